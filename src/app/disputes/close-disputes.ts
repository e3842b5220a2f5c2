import { equalBytes } from '../../core/bytes/equal-bytes.js';
import type { DisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { Dispute, DisputeEnd } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import { disputeClosingLeaf, type Verdict } from './dispute-leaves.js';

/** Who ended a dispute, and on what grounds; neither where nobody decided anything. */
export type DecidedBy = Partial<Pick<DisputeEnd, 'closedBy' | 'proposedBy' | 'reason'>>;

/**
 * Ends disputes in the same way. Answers the leaves that say so, to be appended in the transition that `stores` and `at`
 * belong to.
 */
export async function closeDisputes(
  stores: Stores,
  disputes: readonly Dispute[],
  verdict: Verdict,
  { closedBy, proposedBy, reason }: DecidedBy,
  at: Date,
): Promise<DisputeLeaf[]> {
  if (disputes.length === 0) return [];
  const { outcome, closingReason } = verdict;
  const end = { closedAt: at, closedBy, proposedBy, outcome, closingReason, reason };
  await stores.disputes.close(
    disputes.map(({ id }) => id),
    end,
  );
  const claims = await stores.claims.byIds([...new Set(disputes.flatMap(({ claimIds }) => claimIds))]);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return disputes.map((dispute) => {
    const onPlace = dispute.claimIds
      .map((id) => byId.get(id))
      .find(
        (claim) => claim?.kind === dispute.kind && equalBytes(claim.subjectDigest, dispute.subjectDigest),
      );
    if (onPlace === undefined) throw new Error(`The dispute ${dispute.id} has no claim on its place.`);
    return disputeClosingLeaf(dispute, onPlace, verdict, at);
  });
}
