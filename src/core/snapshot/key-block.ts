/**
 * What a snapshot holds under one key, an expression of an address or a digest or fingerprint of a work: everything that a
 * log of its size leads to there, so that only the moment of the question is left to be taken into account.
 */
import type { Assurance } from '../consent/assurance.js';
import type { MandateGrade } from '../consent/mandate-grade.js';
import type { MatchProblem } from '../consent/match.js';
import type { StandingStatement } from '../consent/standing-statement.js';
import type { PlaceKind } from '../consent/subject.js';

/** A statement that stands. What it rests on, and how it covers an item, is worked out from what stands beside it. */
export interface Voice extends Omit<StandingStatement, 'subject' | 'assurance' | 'mandate' | 'terms'> {
  /**
   * With less than this it comes too late for a dispute that was decided, and counts as set aside; undefined where none was.
   */
  readonly heardFrom?: Assurance;
  /** There when only mandates bring it here: it is heard while one is in force. */
  readonly byMandate?: true;
}

/** About the place itself. */
export interface PlaceVoice extends Voice {
  readonly kind: PlaceKind;
}

/** About a work that lies there, or is recognised so. */
export interface WorkVoice extends Voice {
  /** The claimant's id for it, 32 hexadecimal digits. */
  readonly work: string;
  /** The claim that brought the work under what was said about a whole account. */
  readonly claim?: string;
  /** What its claimant's own claims on the work have reached. */
  readonly assurance: Assurance;
  /** What those have reached for whom its claimant speaks. */
  readonly lent: readonly Lent[];
  /** 0 where the key is the work's own; of a match at an address as decisions measure it. */
  readonly distance: number;
  readonly carriesNoYes?: MatchProblem;
}

export interface Lent {
  readonly level: Assurance;
  readonly grade: MandateGrade;
  /** Milliseconds since 1970 UTC; Infinity without a term. */
  readonly until: number;
}

/** What a claimant has reached at a place, for what they say about it and about all that lies within. */
export interface Holding extends Omit<Lent, 'grade'> {
  readonly claimant: string;
  readonly kind: PlaceKind;
  /** There when it is another's, for whom they speak: it carries only what they say by mandate. */
  readonly lentBy?: MandateGrade;
}

export interface KeyBlock {
  readonly places: readonly PlaceVoice[];
  readonly works: readonly WorkVoice[];
  readonly holdings: readonly Holding[];
  /** Everybody who has a standing claim on a work that lies there, and is heard with it. */
  readonly contentClaimants: readonly string[];
}

/** Whether anything under the key can change an answer by itself; a holding only carries what was said. */
export function speaks({ places, works, contentClaimants }: KeyBlock): boolean {
  return places.length + works.length + contentClaimants.length > 0;
}
