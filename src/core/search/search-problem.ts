/**
 * Why a query cannot be read.
 * `unclosed-quote`: a phrase has no end. `missing-value`: nothing stands behind a field or a minus. `misplaced-star`: a star
 * that ends no word. `short-prefix`, `short-part`: too few letters before the star, or of an address. `not-a-domain`: no host
 * name. `lone-or`: OR has nothing on one side. `excluded-or`, `mixed-or`: OR beside an exclusion, or between words and
 * places. `too-long`, `too-many`: beyond what one search may ask.
 */
export const SEARCH_PROBLEM_CODES = [
  'unclosed-quote',
  'missing-value',
  'misplaced-star',
  'short-prefix',
  'short-part',
  'not-a-domain',
  'lone-or',
  'excluded-or',
  'mixed-or',
  'too-long',
  'too-many',
] as const;
export type SearchProblemCode = (typeof SEARCH_PROBLEM_CODES)[number];

/** What is wrong with a query, and where: `position` and `length` count UTF-16 code units of the text as typed. */
export interface SearchProblem {
  readonly code: SearchProblemCode;
  readonly position: number;
  readonly length: number;
}
