/**
 * Lists of addresses that people kept elsewhere: a text with one on each line, or a table with a column of them. Which of the two it
 * is, and which column, is seen from the text itself. Refuses nothing: what is no address is for whoever takes the list to tell.
 */
import { readCsv } from './read-csv.js';

const SEPARATORS = [',', ';', '\t'] as const;
const NAMES =
  /^(?:image[ _-]?)?(?:url|uri|link|href|address|adresse|direcci[oó]n|domain|dominio|website|site)s?$/i;
const ADDRESS = /^(?:https?:\/\/\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?)$/iu;

/** The addresses of a list, each once, in order. Lines that begin with `#` are somebody's notes. */
export function readAddressList(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => !line.trimStart().startsWith('#'));
  const [first = ''] = lines;
  const separator = SEPARATORS.find((sign) => first.includes(sign) && !ADDRESS.test(first.trim()));
  const records =
    separator === undefined ? lines.map((line) => [line]) : readCsv(lines.join('\n'), separator);
  const column = columnOf(records);
  const isNamed = NAMES.test(cellAt(records[0], column));
  const cells = (isNamed ? records.slice(1) : records).map((record) => cellAt(record, column));
  return [...new Set(cells.filter((cell) => cell !== ''))];
}

/** The column that is called so, else the first that holds an address, else the first. */
function columnOf(records: readonly (readonly string[])[]): number {
  const [head = []] = records;
  const named = head.findIndex((cell) => NAMES.test(bare(cell)));
  if (named !== -1) return named;
  const width = Math.max(0, ...records.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return columns.find((column) => records.some((record) => ADDRESS.test(cellAt(record, column)))) ?? 0;
}

function cellAt(record: readonly string[] | undefined, column: number): string {
  return bare(record?.[column] ?? '');
}

/** Spreadsheets keep an apostrophe before what they must not carry out. */
function bare(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^'/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
}
