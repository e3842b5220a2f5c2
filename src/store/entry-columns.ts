import type { Entry, NewEntry } from '../app/ports/catalogue.js';
import { STEM_LANGUAGES, type StemLanguage } from '../core/search/stem-language.js';
import type { Cell, CellType } from './copy-binary.js';
import { fromSignedKey, toSignedKey } from './row-values.js';

/** Columns of `entries` that a new row brings, each with its type, in the order of `entryCells`. */
const TYPES = {
  url_key: 'int8',
  row_id: 'bytea',
  url: 'text',
  canonical: 'text',
  host: 'text',
  caption: 'text',
  stems: 'int4',
  author: 'text',
  width: 'int4',
  height: 'int4',
  similarity: 'float4',
  aesthetic: 'float4',
  punsafe: 'float4',
  pwatermark: 'float4',
  nsfw: 'text',
  language: 'text',
  licence: 'text',
  md5: 'bytea',
  sha256: 'bytea',
  extra: 'jsonb',
} as const satisfies Record<string, CellType>;

export const ENTRY_COLUMNS = Object.keys(TYPES) as (keyof typeof TYPES)[];
export const ENTRY_TYPES: readonly CellType[] = Object.values(TYPES);

/** A row of `entries` as SQL gives it: everything but `words`. */
export interface EntrySqlRow {
  readonly dataset_id: number;
  readonly ordinal: string;
  readonly url_key: string;
  readonly row_id: Uint8Array;
  readonly url: string;
  readonly canonical: string;
  readonly host: string;
  readonly caption: string;
  readonly stems: number;
  readonly author: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly similarity: number | null;
  readonly aesthetic: number | null;
  readonly punsafe: number | null;
  readonly pwatermark: number | null;
  readonly nsfw: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  readonly md5: Uint8Array | null;
  readonly sha256: Uint8Array | null;
  readonly extra: Readonly<Record<string, unknown>> | null;
}

export function entryCells(entry: NewEntry): Cell[] {
  return [
    toSignedKey(entry.urlKey),
    entry.rowId,
    entry.url,
    entry.canonical,
    entry.host,
    entry.caption,
    stemsNumber(entry.stems ?? 'en'),
    entry.author,
    entry.width,
    entry.height,
    entry.similarity,
    entry.aesthetic,
    entry.punsafe,
    entry.pwatermark,
    entry.nsfw,
    entry.language,
    entry.licence,
    entry.md5,
    entry.sha256,
    entry.extra,
  ];
}

export function entryOf(row: EntrySqlRow): Entry {
  return {
    datasetId: row.dataset_id,
    ordinal: BigInt(row.ordinal),
    urlKey: fromSignedKey(row.url_key),
    rowId: new Uint8Array(row.row_id),
    url: row.url,
    canonical: row.canonical,
    host: row.host,
    caption: row.caption,
    stems: STEM_LANGUAGES[row.stems - 1],
    author: row.author ?? undefined,
    width: row.width ?? undefined,
    height: row.height ?? undefined,
    similarity: row.similarity ?? undefined,
    aesthetic: row.aesthetic ?? undefined,
    punsafe: row.punsafe ?? undefined,
    pwatermark: row.pwatermark ?? undefined,
    nsfw: row.nsfw ?? undefined,
    language: row.language ?? undefined,
    licence: row.licence ?? undefined,
    md5: row.md5 ? new Uint8Array(row.md5) : undefined,
    sha256: row.sha256 ? new Uint8Array(row.sha256) : undefined,
    extra: row.extra ?? undefined,
  };
}

/** Languages are counted from 1, as elements of arrays are in SQL. */
function stemsNumber(language: StemLanguage): number {
  return STEM_LANGUAGES.indexOf(language) + 1;
}
