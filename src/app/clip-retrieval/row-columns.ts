import type { Entry } from '../ports/catalogue.js';

/** The columns of a row as clients of clip-retrieval read them. What a dataset does not have is left out. */
export function rowColumns(entry: Entry): Readonly<Record<string, unknown>> {
  const { url, caption, nsfw, author, width, height, similarity, aesthetic, licence, language } = entry;
  const columns = {
    url,
    caption,
    NSFW: nsfw,
    punsafe: entry.punsafe,
    pwatermark: entry.pwatermark,
    author,
    width,
    height,
    caption_similarity: similarity,
    aesthetic,
    LICENSE: licence,
    LANGUAGE: language,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/**
 * The running number of an entry within its dataset: clients keep it as a number, so one that a number cannot hold goes as
 * digits.
 */
export function idOf({ ordinal }: Entry): number | string {
  return ordinal <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(ordinal) : ordinal.toString();
}
