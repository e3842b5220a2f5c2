import type { NearestMethod } from '../../app/ports/embeddings.js';

/** What decides how one dataset is searched. */
export interface NearestSituation {
  /** How many vectors of the model the dataset has. */
  readonly held: number;
  readonly isIndexed: boolean;
  /** How many neighbours are wanted. */
  readonly limit: number;
}

/**
 * A step along the index costs about as much as four comparisons: it reads a page for each of the neighbours it looks at.
 */
const STEP_COST = 4;

/**
 * Up to how many rows that meet a filter it is cheaper to compare with each of them. The index has to be followed past
 * `held / matching` neighbours for each one that is wanted, so that both cost the same where
 * `matching = limit × held / matching × STEP_COST`.
 */
export function mostComparedRows({ held, limit }: NearestSituation): number {
  return Math.ceil(Math.sqrt(limit * held * STEP_COST));
}

/** @param matching how many rows meet the filter, counted to one more than `mostComparedRows`; undefined where all may */
export function nearestMethod(situation: NearestSituation, matching: number | undefined): NearestMethod {
  if (!situation.isIndexed) return 'exact';
  return (matching ?? situation.held) <= mostComparedRows(situation) ? 'exact' : 'index';
}
