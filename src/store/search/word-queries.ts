import { STEM_LANGUAGES } from '../../core/search/stem-language.js';
import type { WordTree } from '../../core/search/word-tree.js';
import type { StoreSession } from '../store-session.js';
import type { Parameters } from './parameters.js';
import { tsqueryText } from './tsquery-text.js';

/** A tree of words as the tsqueries of every language. */
export interface WordQueries {
  /** One for each language, in the order of `STEM_LANGUAGES`; empty where the language asks for nothing. */
  readonly each: readonly string[];
  /** What any of them asks for: the index is read once. */
  readonly any: string;
}

const RESOLVE = `SELECT ARRAY[${STEM_LANGUAGES.map(
  (language, at) => `to_tsquery('registry_${language}', $${at + 1})::text`,
).join(', ')}] AS each`;

/**
 * Words in the stems of each language. Little words that a language does not count are gone from it.
 * @returns undefined where nothing is left to ask for
 */
export async function wordQueries(session: StoreSession, tree: WordTree): Promise<WordQueries | undefined> {
  const texts = STEM_LANGUAGES.map((language) => tsqueryText(tree, language) ?? '');
  const [row] = await session.query<{ each: string[] }>(RESOLVE, texts);
  const each = row?.each ?? [];
  const different = [...new Set(each.filter((query) => query !== ''))];
  return different.length === 0
    ? undefined
    : { each, any: different.map((query) => `(${query})`).join(' | ') };
}

/** The tsquery of a row's own language. */
export function ownQuery(queries: WordQueries, parameters: Parameters): string {
  return `(${parameters.add(queries.each)}::text[]::tsquery[])[stems]`;
}
