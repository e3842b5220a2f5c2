import type { Medium } from '../../ports/catalogue.js';
import type { TableSource } from '../../ports/tables.js';
import { layoutOf } from './known-layouts.js';

/** Fields of an entry that a dataset's columns can fill, with the names that published datasets give them. */
const SYNONYMS = {
  url: ['url', 'image_url', 'img_url', 'audio_url', 'track_url', 'file_url'],
  caption: ['text', 'caption', 'alt', 'description', 'title', 'track_title'],
  author: ['author', 'artist', 'creator', 'photographer', 'artist_name', 'artist_names', 'artists'],
  // Where a picture was made smaller, what it measured at its address comes first.
  width: ['original_width', 'width'],
  height: ['original_height', 'height'],
  similarity: [
    'similarity',
    'clip_similarity_vitb32',
    'clip_b32_similarity_score',
    'clip_similarity_vitl14',
    'clip_l14_similarity_score',
  ],
  aesthetic: ['aesthetic', 'aesthetic_score', 'aesthetic_score_laion_v2'],
  punsafe: ['punsafe', 'nsfw_score_opennsfw2'],
  pwatermark: ['pwatermark', 'watermark_score'],
  nsfw: ['nsfw'],
  language: ['language', 'lang'],
  licence: ['license', 'licence'],
  md5: ['md5'],
  sha256: ['sha256'],
} as const;

/** Columns that only datasets of sounds have. */
const OF_SOUNDS = ['audio_url', 'track_url', 'track_title', 'isrc', 'album_name', 'sampling_rate'];

export type EntryField = keyof typeof SYNONYMS;

export interface ColumnMap {
  /** Position of the column that fills each field. */
  readonly fields: Readonly<Partial<Record<EntryField, number>>>;
  /** Columns without a field, by position: kept as they come. */
  readonly rest: readonly { readonly name: string; readonly position: number }[];
  /** The well-known release whose columns these are. */
  readonly layout: string | undefined;
  /** What the columns let suppose of the addresses. */
  readonly medium: Medium;
}

/**
 * Which column fills which field: names compared without case, the first synonym present wins.
 * @returns undefined when no column holds addresses
 */
export function mapColumns(columns: readonly string[]): ColumnMap | undefined {
  const positions = new Map(columns.map((name, position) => [name.toLowerCase(), position] as const));
  const layout = layoutOf(columns);
  const fields: Partial<Record<EntryField, number>> = {};
  for (const field of Object.keys(SYNONYMS) as EntryField[]) {
    const names = [layout?.fields?.[field], ...SYNONYMS[field]];
    const position = names.map((name) => positions.get(name ?? '')).find((found) => found !== undefined);
    if (position !== undefined) fields[field] = position;
  }
  if (fields.url === undefined) return undefined;
  const used = new Set(Object.values(fields));
  const rest = columns
    .map((name, position) => ({ name, position }))
    .filter(({ position }) => !used.has(position));
  const isOfSounds = OF_SOUNDS.some((name) => positions.has(name));
  return { fields, rest, layout: layout?.name, medium: isOfSounds ? 'audio' : 'image' };
}

/** The table has no column that could hold addresses. */
export class NoUrlColumn extends Error {
  override readonly name = 'NoUrlColumn';

  /** @param named the column that was asked for, where one was */
  constructor({ fileName, columns }: TableSource, named?: string) {
    const missing = named === undefined ? 'URL column' : `column ${named}`;
    const advice =
      named === undefined
        ? 'Name the column that holds the addresses url.'
        : 'Name the one that holds the addresses.';
    super(`${fileName} has no ${missing}; its columns are ${columns.join(', ')}. ${advice}`);
  }
}
