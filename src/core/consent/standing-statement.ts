import type { Assurance } from './assurance.js';
import type { Basis } from './basis.js';
import type { Capacity } from './capacity.js';
import type { MandateGrade } from './mandate-grade.js';
import type { Match } from './match.js';
import type { Preference } from './preference.js';
import type { Subject } from './subject.js';
import type { Terms } from './terms.js';
import type { Use } from './use.js';

/**
 * A statement that its claimant has not withdrawn, with what the log says about it at the size that is asked about.
 * A withdrawal ends a statement together with every earlier one of the same claimant, subject and use, so none of
 * these may be passed. Statements that a later one replaced may be passed; `decide` knows which still hold. A statement
 * about a whole account is passed once for every subject that it was expanded onto.
 */
export interface StandingStatement {
  /** The leaf hash, hexadecimal. */
  readonly id: string;
  /** The log index: greater is later, and no two leaves share one. */
  readonly index: number;
  readonly claimant: string;
  readonly capacity: Capacity;
  readonly subject: Subject;
  readonly use: Use;
  readonly preference: Preference;
  readonly basis: Basis;
  /** Whether the claimant declared that everything covered is theirs to give; a yes needs it. */
  readonly ownWorks: boolean;
  /** Milliseconds since 1970 UTC. From that moment on the yes, the no, or the offer of a `conditional`, is over. */
  readonly expiresAt?: number;
  /** What the claim behind the statement had reached. */
  readonly assurance: Assurance;
  /** The best mandate in force that it speaks by; absent where it has the basis on its claimant's word alone. */
  readonly mandate?: MandateGrade;
  /** True while it is set aside: by a suspension, by a dispute decided against it, or because it came too late for one. */
  readonly suspended?: boolean;
  /** There when it was said about the whole account, which is less specific than anything said about the subject itself. */
  readonly accountWide?: true;
  /** Passed through to the reasons; they never change an answer, because they can be deleted. */
  readonly terms?: Terms;
}

/** A standing statement with one way in which it covers the item asked about; it may be passed once for each way. */
export interface CoveringStatement extends StandingStatement {
  readonly match: Match;
}
