import type { TableSource } from '../ports/tables.js';

/** Fields of an entry that a dataset's columns can fill, with the names that published datasets give them. */
const SYNONYMS = {
  url: ['url', 'image_url', 'img_url'],
  caption: ['text', 'caption', 'alt', 'description', 'title'],
  author: ['author', 'artist', 'creator', 'photographer'],
  width: ['width', 'original_width'],
  height: ['height', 'original_height'],
  similarity: [
    'similarity',
    'clip_similarity_vitb32',
    'clip_b32_similarity_score',
    'clip_similarity_vitl14',
    'clip_l14_similarity_score',
  ],
  aesthetic: ['aesthetic', 'aesthetic_score', 'aesthetic_score_laion_v2'],
  punsafe: ['punsafe'],
  pwatermark: ['pwatermark', 'watermark_score'],
  nsfw: ['nsfw'],
  language: ['language', 'lang'],
  licence: ['license', 'licence'],
  md5: ['md5'],
  sha256: ['sha256'],
} as const;

export type EntryField = keyof typeof SYNONYMS;

export interface ColumnMap {
  /** Position of the column that fills each field. */
  readonly fields: Readonly<Partial<Record<EntryField, number>>>;
  /** Columns without a field, by position: kept as they come. */
  readonly rest: readonly { readonly name: string; readonly position: number }[];
}

/**
 * Which column fills which field: names compared without case, the first synonym present wins.
 * @returns undefined when no column holds addresses
 */
export function mapColumns(columns: readonly string[]): ColumnMap | undefined {
  const positions = new Map(columns.map((name, position) => [name.toLowerCase(), position] as const));
  const fields: Partial<Record<EntryField, number>> = {};
  for (const field of Object.keys(SYNONYMS) as EntryField[]) {
    const position = SYNONYMS[field].map((name) => positions.get(name)).find((found) => found !== undefined);
    if (position !== undefined) fields[field] = position;
  }
  if (fields.url === undefined) return undefined;
  const used = new Set(Object.values(fields));
  const rest = columns
    .map((name, position) => ({ name, position }))
    .filter(({ position }) => !used.has(position));
  return { fields, rest };
}

/** The table has no column that could hold addresses. */
export class NoUrlColumn extends Error {
  override readonly name = 'NoUrlColumn';

  constructor(source: TableSource) {
    super(
      `${source.fileName} has no URL column; its columns are ${source.columns.join(', ')}. ` +
        'Name the column that holds the addresses url.',
    );
  }
}
