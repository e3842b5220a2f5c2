import { buildDisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { DisputeLeaf, DisputeReason, DisputeResult } from '../../core/log/dispute-leaf.js';
import { idInLeaf, subjectInLeaf } from '../claims/claim-leaves.js';
import type { Dispute } from '../ports/disputes.js';

/** The place of a dispute, as any of the claims on it names it. */
export type DisputedPlace = Parameters<typeof subjectInLeaf>[0];

/** What leaves say of a dispute beside its place. */
type NamedDispute = Pick<Dispute, 'id' | 'cause' | 'claimIds'>;

/** How a dispute ends. What fits its cause, the reader of leaves knows. */
export interface Verdict {
  readonly outcome: DisputeResult['outcome'];
  /** The claim that keeps the place, with `claim-upheld`. */
  readonly upheldClaimId?: string | undefined;
  readonly closingReason: DisputeReason;
  /** Leaf hashes, hexadecimal, of the statements that are set aside. */
  readonly suspends: readonly string[];
}

/** The leaf that opens a dispute, or names the claims of an open one again once others have joined. */
export function disputeOpeningLeaf(dispute: NamedDispute, place: DisputedPlace, at: Date): DisputeLeaf {
  return buildDisputeLeaf({ ...partsOf(dispute, place, at), action: 'open', cause: dispute.cause });
}

/**
 * The leaf that closes a dispute. What became of each claim is said by their own assurance leaves, which stand beside
 * this one. Throws `FieldError` for a verdict that does not fit the cause.
 */
export function disputeClosingLeaf(
  dispute: NamedDispute,
  place: DisputedPlace,
  { outcome, upheldClaimId, closingReason, suspends }: Verdict,
  at: Date,
): DisputeLeaf {
  const upheld = upheldClaimId === undefined ? {} : { upheld: idInLeaf(upheldClaimId) };
  return buildDisputeLeaf({
    ...partsOf(dispute, place, at),
    action: 'close',
    ...({ cause: dispute.cause, outcome, ...upheld } as DisputeResult),
    reason: closingReason,
    suspends: [...new Set(suspends)].sort(),
  });
}

function partsOf({ id, claimIds }: NamedDispute, place: DisputedPlace, at: Date) {
  return {
    ...subjectInLeaf(place),
    dispute: idInLeaf(id),
    claims: claimIds.map(idInLeaf).sort(),
    time: at.toISOString(),
  };
}
