import { captionLanguage } from '../../../core/search/caption-language.js';
import { canonicalUrl } from '../../../core/url/canonical-url.js';
import { hostOf } from '../../../core/url/url-expressions.js';
import { urlKey } from '../../../core/url/url-key.js';
import type { NewEntry } from '../../ports/catalogue.js';
import type { Sha256 } from '../../ports/surroundings.js';
import type { ColumnMap, EntryField } from './entry-columns.js';

/** Why a row is not kept: its URL cell is no web address. */
export type RowRejection = Extract<ReturnType<typeof canonicalUrl>, { ok: false }>['reason'];

export type ReadEntry =
  { readonly ok: true; readonly entry: NewEntry } | { readonly ok: false; readonly reason: RowRejection };

const ROW_ID_BYTES = 16;

const utf8 = new TextEncoder();

/** One row of a dataset's table as an entry, or why it is none. */
export function readEntry(row: readonly unknown[], map: ColumnMap, sha256: Sha256): ReadEntry {
  const cell = (field: EntryField): unknown => {
    const position = map.fields[field];
    return position === undefined ? undefined : row[position];
  };
  const url = text(cell('url')) ?? '';
  const canonical = canonicalUrl(url);
  if (!canonical.ok) return { ok: false, reason: canonical.reason };
  const caption = text(cell('caption')) ?? '';
  const language = text(cell('language'));
  return {
    ok: true,
    entry: {
      url,
      caption,
      canonical: canonical.url,
      urlKey: urlKey(canonical.url),
      rowId: rowId(url, caption, sha256),
      host: hostOf(canonical.url),
      stems: captionLanguage(language, caption),
      author: text(cell('author')),
      width: wholeNumber(cell('width')),
      height: wholeNumber(cell('height')),
      similarity: number(cell('similarity')),
      aesthetic: number(cell('aesthetic')),
      punsafe: number(cell('punsafe')),
      pwatermark: number(cell('pwatermark')),
      nsfw: text(cell('nsfw')),
      language,
      licence: text(cell('licence')),
      md5: digest(cell('md5'), 16),
      sha256: digest(cell('sha256'), 32),
      extra: rest(row, map),
    },
  };
}

/** Identity of a row within its dataset, whatever file it came in: the start of SHA-256(URL, 0, caption). */
export function rowId(url: string, caption: string, sha256: Sha256): Uint8Array {
  return sha256(utf8.encode(`${url}\0${caption}`)).slice(0, ROW_ID_BYTES);
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(text).join(', ');
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

function number(value: unknown): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const read = typeof value === 'number' ? value : Number(value);
  return Number.isFinite(read) ? read : undefined;
}

const LARGEST_INTEGER = 2 ** 31 - 1;

function wholeNumber(value: unknown): number | undefined {
  const read = number(value);
  if (read === undefined || read < 0 || read > LARGEST_INTEGER) return undefined;
  return Math.trunc(read);
}

function digest(value: unknown, bytes: number): Uint8Array | undefined {
  if (typeof value !== 'string' || value.length !== bytes * 2 || !/^[0-9a-f]+$/i.test(value))
    return undefined;
  return Uint8Array.from({ length: bytes }, (_, at) => parseInt(value.slice(at * 2, at * 2 + 2), 16));
}

function rest(row: readonly unknown[], map: ColumnMap): Record<string, unknown> | undefined {
  if (map.rest.length === 0) return undefined;
  return Object.fromEntries(map.rest.map(({ name, position }) => [name, jsonValue(row[position])]));
}

/** A cell as JSON can hold it: integers beyond 2^53 as text, bytes as hexadecimal digits. */
function jsonValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  }
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(jsonValue);
  if (value instanceof Uint8Array)
    return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (value instanceof Date) return value.toISOString();
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonValue(part)]));
}
