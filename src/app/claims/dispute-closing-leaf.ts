import { buildDisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { DisputeLeaf, DisputeReason } from '../../core/log/dispute-leaf.js';
import type { Dispute } from '../ports/claims.js';
import { idInLeaf, subjectInLeaf } from './claim-leaves.js';

/** Which claim keeps the place, if any does, and which statements (leaf hashes, hexadecimal) are set aside with the others. */
export interface Verdict {
  readonly upheldClaimId: string | undefined;
  readonly suspends: readonly string[];
}

/**
 * The leaf that closes a dispute between claims on one place. What became of
 * each claim is said by their own assurance leaves, which stand beside this one.
 */
export function disputeClosingLeaf(
  dispute: Dispute,
  place: Parameters<typeof subjectInLeaf>[0],
  { upheldClaimId, suspends }: Verdict,
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
    suspends: [...suspends].sort(),
    dispute: idInLeaf(dispute.id),
    claims: dispute.claimIds.map(idInLeaf).sort(),
    time: at.toISOString(),
  });
}
