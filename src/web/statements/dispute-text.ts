import type { LanguageChoice } from '../language/language-context.js';
import type { DisputeStanding } from './dispute-standing.js';

/** How an answer fares in a dispute, in a sentence or two. */
export function disputeText(
  { what, day }: DisputeStanding,
  { words, formats }: Pick<LanguageChoice, 'words' | 'formats'>,
): string {
  return words.dispute.meanings[what](day === undefined ? '' : formats.day(day));
}
