import { buildDisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { DisputeLeaf, DisputeReason } from '../../core/log/dispute-leaf.js';
import type { Claim, Dispute } from '../ports/claims.js';
import { idInLeaf, subjectInLeaf } from './claim-leaves.js';

/**
 * The leaf that closes a dispute between claims on one place, with the claim that keeps it, if any does. What became of
 * each claim is said by their own assurance leaves, which stand beside this one.
 */
export function disputeClosingLeaf(
  dispute: Dispute,
  place: Pick<Claim, 'kind' | 'expression' | 'subjectDigest' | 'canon'>,
  upheldClaimId: string | undefined,
  reason: DisputeReason,
  at: Date,
): DisputeLeaf {
  return buildDisputeLeaf({
    ...subjectInLeaf(place),
    action: 'close',
    cause: 'rival-claims',
    ...(upheldClaimId === undefined
      ? { outcome: 'none-upheld' }
      : { outcome: 'claim-upheld', upheld: idInLeaf(upheldClaimId) }),
    reason,
    suspends: [],
    dispute: idInLeaf(dispute.id),
    claims: dispute.claimIds.map(idInLeaf).sort(),
    time: at.toISOString(),
  });
}
