import { InvalidCursor, type Page, type PageRequest } from '../app/ports/page.js';
import { storableText } from './storable-text.js';
import { isUuid } from './uuid-text.js';

/** SQL types of key columns, with what a cursor's text must be to be one. */
const KEY_TYPES = {
  bigint: (text: string) => /^-?\d{1,19}$/.test(text) && BigInt(text) === BigInt.asIntN(64, BigInt(text)),
  integer: (text: string) => /^-?\d{1,10}$/.test(text) && Number(text) === (Number(text) | 0),
  real: (text: string) => /^-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)$/.test(text),
  boolean: (text: string) => text === 'true' || text === 'false',
  timestamptz: isIsoTime,
  uuid: isUuid,
  text: (text: string) => storableText(text) === text,
} as const;

export interface Keyset<Row> {
  /** Stands in every cursor of the list, so that one list refuses another's. */
  readonly list: string;
  /** Expressions whose values together are unique among the rows. */
  readonly key: readonly { readonly sql: string; readonly type: keyof typeof KEY_TYPES }[];
  readonly direction: 'ASC' | 'DESC';
  /** The same values of a row, as text that reads back as their type. */
  readonly keyOf: (row: Row) => readonly string[];
}

/** The parts of a statement that make a page of it. */
export interface KeysetSql {
  /** Condition for WHERE. */
  readonly after: string;
  /** ORDER BY and LIMIT. */
  readonly tail: string;
  /** Parameters of the statement: those that were there, then those of the page. */
  readonly parameters: readonly unknown[];
}

/**
 * Reads one page, strictly after the cursor in the order of the keyset.
 * @param parameters those the statement has before the page's are added
 * @throws InvalidCursor when the cursor is not of this list
 */
export async function readPage<Row>(
  keyset: Keyset<Row>,
  page: PageRequest,
  parameters: readonly unknown[],
  read: (sql: KeysetSql) => Promise<Row[]>,
): Promise<Page<Row>> {
  const rows = await read(keysetSql(keyset, page, parameters));
  return {
    rows: rows.slice(0, page.first).map((row) => ({ cursor: encodeCursor(keyset, row), row })),
    hasNextPage: rows.length > page.first,
  };
}

function keysetSql<Row>(keyset: Keyset<Row>, page: PageRequest, parameters: readonly unknown[]): KeysetSql {
  const { key, direction } = keyset;
  const order = key.map(({ sql }) => `${sql} ${direction}`).join(', ');
  // One row more than asked for tells whether there is a next page.
  const tail = `ORDER BY ${order} LIMIT ${page.first + 1}`;
  if (page.after === undefined) return { after: 'TRUE', tail, parameters };

  const values = decodeCursor(keyset, page.after);
  const position = key.map(({ type }, index) => `$${parameters.length + index + 1}::${type}`);
  const sign = direction === 'ASC' ? '>' : '<';
  return {
    after: `(${key.map(({ sql }) => sql).join(', ')}) ${sign} (${position.join(', ')})`,
    tail,
    parameters: [...parameters, ...values],
  };
}

function encodeCursor<Row>(keyset: Keyset<Row>, row: Row): string {
  return Buffer.from(JSON.stringify([keyset.list, ...keyset.keyOf(row)])).toString('base64url');
}

function decodeCursor<Row>(keyset: Keyset<Row>, cursor: string): string[] {
  const [list, ...values] = cursorParts(cursor);
  const fits =
    list === keyset.list &&
    values.length === keyset.key.length &&
    keyset.key.every(({ type }, index) => KEY_TYPES[type](values[index] ?? ''));
  if (!fits) throw new InvalidCursor();
  return values;
}

/** The texts inside a cursor. @throws InvalidCursor when there are none */
export function cursorParts(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) return parts;
  } catch {
    // Not JSON: refused like every other text that no list gave out.
  }
  throw new InvalidCursor();
}

function isIsoTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
}
