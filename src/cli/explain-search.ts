import type { InvalidSearch } from '../app/catalogue/search/explain-search-problem.js';
import { plainText } from './plain-text.js';

/** What is wrong with a search, and, where it is in the words, a line that points at it. */
export function explainSearch({ message, nextStep, problem }: InvalidSearch, typed: string): string {
  if (!problem) return `${message} ${nextStep}`;
  const words = typed.trim();
  const { position, length } = problem;
  // The bar keeps the blank before it, which would be cut off as the end of a text.
  const before = plainText(`${words.slice(Math.max(0, position - 40), position)}|`).slice(0, -1);
  const shown = plainText(words.slice(position, position + Math.min(length, 40)));
  const arrows = '^'.repeat(Math.max(1, shown.length));
  return `${message} ${nextStep}\n  ${before}${shown}\n  ${' '.repeat(before.length)}${arrows}`;
}
