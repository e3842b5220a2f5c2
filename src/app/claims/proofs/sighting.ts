import type { ProofFailure } from './proof-check.js';

/** What was seen at a place where a proof may stand. */
export type Sighting = Seen | ProofFailure;

export interface Seen {
  readonly met: undefined;
  /** The place, in words that go into a sentence. */
  readonly where: string;
  /** Every token of a challenge that stands there and counts, whosever it is. */
  readonly tokens: readonly string[];
  /** Tokens that stand near it where they do not count, each with why. */
  readonly misplaced: readonly Misplaced[];
  /** What to do where there is no token. */
  readonly nextStep: string;
}

export interface Misplaced {
  readonly token: string;
  readonly problem: string;
}
