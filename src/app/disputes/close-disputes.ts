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
  return disputes.map((dispute) => {
    const { kind, subjectDigest, subjectKey, canon } = dispute;
    if (subjectKey === undefined || canon === undefined) {
      throw new Error(`How the log names the place of the dispute ${dispute.id} was lost.`);
    }
    return disputeClosingLeaf(dispute, { kind, subjectDigest, subjectKey, canon }, verdict, at);
  });
}
