/**
 * Raises whole numbers in rows of COPY's text format, in which neither a tab nor a line feed stands within a value.
 * @param columns places of the columns to be raised; where they are null they stay so
 */
export function shiftNumbers(text: Uint8Array, columns: readonly number[], by: number): Uint8Array {
  const rows = new TextDecoder().decode(text).split('\n');
  const shifted = rows.map((row) => (row === '' ? row : shiftRow(row.split('\t'), columns, by)));
  return new TextEncoder().encode(shifted.join('\n'));
}

function shiftRow(cells: string[], columns: readonly number[], by: number): string {
  return cells
    .map((cell, place) =>
      columns.includes(place) && cell !== '\\N' ? (BigInt(cell) + BigInt(by)).toString() : cell,
    )
    .join('\t');
}
