/**
 * Lists of addresses that people kept elsewhere: a text with one on each line, or a table with a column of them. Which of the two it
 * is, and which column, is seen from the text itself. Refuses nothing: what is no address is for whoever takes the list to tell.
 */
import { readCsv } from './read-csv.js';

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];
const NAMES =
  /^(?:image[ _-]?)?(?:url|uri|link|href|address|adresse|direcci[oó]n|domain|dominio|website|site)s?$/i;
const ADDRESS = /^(?:https?:\/\/\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?)$/iu;
/** One that says how it is reached. */
const FULL = /^https?:\/\/\S+$/i;
/** One that ends like a file. */
const FILE = /^https?:\/\/[^\s?#]+\/[^\s/?#]*\.[a-z][a-z0-9]{1,4}$/i;

/** The addresses of a list, each once, in order. Lines that begin with `#` are somebody's notes. */
export function readAddressList(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => !line.trimStart().startsWith('#'));
  const separator = separatorOf(lines);
  const records =
    separator === undefined ? lines.map((line) => [line]) : readCsv(lines.join('\n'), separator);
  const columns = columnsOf(records);
  const cells = (isHeading(records, columns) ? records.slice(1) : records).flatMap((record) =>
    columns.map((column) => cellAt(record, column)),
  );
  return [...new Set(cells.filter((cell) => cell !== ''))];
}

/** Undefined of a text with one address on each line, whatever signs are in them. */
function separatorOf(lines: readonly string[]): Separator | undefined {
  const [first = ''] = lines;
  return SEPARATORS.find(
    (sign) =>
      first.includes(sign) && (!ADDRESS.test(bare(first)) || lines.every((line) => isRecord(line, sign))),
  );
}

/**
 * Whether a line that could be one address is an address and something else: a file and a word or a second address. An address with
 * a comma in the middle of its path, as servers that resize pictures have them, is none.
 */
function isRecord(line: string, separator: Separator): boolean {
  if (bare(line) === '') return true;
  const [first = '', ...others] = line.split(separator).map(bare);
  return (
    FILE.test(first) && others.length > 0 && others.every((cell) => !cell.includes('/') || FULL.test(cell))
  );
}

/** The column that is called so, else those that hold whole addresses, else the first that holds any, else the first. */
function columnsOf(records: readonly (readonly string[])[]): number[] {
  const [head = []] = records;
  const named = head.findIndex((cell) => NAMES.test(bare(cell)));
  if (named !== -1) return [named];
  const width = Math.max(0, ...records.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const holds = (form: RegExp) => (column: number) =>
    records.some((record) => form.test(cellAt(record, column)));
  const full = columns.filter(holds(FULL));
  return full.length > 0 ? full : [columns.find(holds(ADDRESS)) ?? 0];
}

/** Whether the first record names the columns: by a name that is known, or by words over whole addresses. */
function isHeading(records: readonly (readonly string[])[], columns: readonly number[]): boolean {
  const [head, ...rest] = records;
  if (columns.some((column) => NAMES.test(cellAt(head, column)))) return true;
  return columns.every(
    (column) =>
      !/[./]/.test(cellAt(head, column)) && rest.some((record) => FULL.test(cellAt(record, column))),
  );
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
