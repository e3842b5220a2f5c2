import { buildDisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { DisputeClosing, DisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { Claim, Dispute } from '../ports/claims.js';
import { idInLeaf, subjectInLeaf } from './claim-leaves.js';

/** What became of each claim is said by their own assurance leaves, which stand beside this one. */
export function disputeClosingLeaf(
  dispute: Dispute,
  claim: Pick<Claim, 'kind' | 'subjectDigest' | 'canon'>,
  reason: DisputeClosing['reason'],
  at: Date,
): DisputeLeaf {
  return buildDisputeLeaf({
    ...subjectInLeaf(claim),
    action: 'close',
    outcome: 'settled',
    reason,
    suspends: [],
    dispute: idInLeaf(dispute.id),
    claims: dispute.claimIds.map(idInLeaf).sort(),
    time: at.toISOString(),
  });
}
