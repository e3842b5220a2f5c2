import { storableText } from './storable-text.js';

/** What a cell of COPY's text format can be made of. */
export type Cell = string | number | bigint | Uint8Array | undefined;

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const ROWS_PER_CHUNK = 500;

/** Rows in the text format of COPY (PostgreSQL manual, "COPY", Text Format), some hundred to a chunk. */
export function* copyText(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk: string[] = [];
  for (const row of rows) {
    chunk.push(`${row.map(cellText).join('\t')}\n`);
    if (chunk.length === ROWS_PER_CHUNK) {
      yield chunk.join('');
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk.join('');
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '\\N';
  if (typeof cell === 'string')
    return storableText(cell).replace(SPECIAL, (special) => ESCAPES[special] ?? '');
  if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString('hex')}`;
  return cell.toString();
}
