/**
 * The records of a CSV text (RFC 4180), as people hand them in: any line end, a byte order mark, cells in quotes with line ends in
 * them. A quote that is never closed takes the rest of the text, and nothing is refused.
 * @param separator the character between cells
 */
export function readCsv(text: string, separator: ',' | ';' | '\t' = ','): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((one) => one !== '')) records.push(cells);
    [cells, cell] = [[], ''];
  };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === '')) {
      isQuoted = !isQuoted;
    } else if (isQuoted) {
      cell += sign;
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      endRecord();
    } else {
      cell += sign;
    }
  }
  endRecord();
  return records;
}
