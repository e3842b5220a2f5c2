import { ARTIST_NAMES } from './artist-names.js';
import { foldWord } from './fold-word.js';
import { trigramLikeness } from './trigram-likeness.js';

/** Below it a name is another name; "van goh" and "Van Gogh" are at 0.67. */
const LIKE = 0.45;

const KNOWN = ARTIST_NAMES.flatMap((line) => line.split(', ')).map((name) => ({
  name,
  folded: foldWord(name),
}));

/**
 * The names that are spelt most like a text without being it, nearest first.
 * @param more names to choose from beside those of well-known artists
 */
export function nearestNames(text: string, more: readonly string[], most: number): string[] {
  const asked = foldWord(text.trim());
  const names = [...KNOWN, ...more.map((name) => ({ name, folded: foldWord(name) }))];
  if (names.some(({ folded }) => folded === asked)) return [];
  const near = names
    .map(({ name, folded }) => ({ name, likeness: trigramLikeness(asked, folded) }))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((a, b) => b.likeness - a.likeness);
  return [...new Set(near.map(({ name }) => name))].slice(0, most);
}
