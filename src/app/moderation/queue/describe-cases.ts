import type { Claim } from '../../ports/claims.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Appeal } from '../../ports/dispute-exchange.js';
import type { CaseNote, Hold, Proposal, Report } from '../../ports/moderation.js';
import type { Work } from '../../ports/works.js';
import type { Registry } from '../../registry.js';
import type { Case } from './read-queue.js';

/** Everything that a moderator is shown of a case. */
export interface DescribedCase {
  readonly queued: Case;
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
  readonly appeals: readonly { readonly appeal: Appeal; readonly dispute: Dispute }[];
  readonly reports: readonly Report[];
  readonly proposals: readonly Proposal[];
  readonly works: readonly Work[];
  readonly notes: readonly CaseNote[];
  /** Of whoever has taken it. */
  readonly hold: Hold | undefined;
}

/** A handful of queries for all. What was decided since the queue was read is left out. */
export async function describeCases(
  { store, clock }: Registry,
  cases: readonly Case[],
): Promise<DescribedCase[]> {
  const keys = cases.flatMap(({ items }) => items.map(({ key }) => key));
  const ids = (kind: string) =>
    keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));
  const disputeIds = ids('dispute');
  const disputes = (await Promise.all(disputeIds.map((id) => store.disputes.byId(id)))).filter(
    (dispute) => dispute !== undefined,
  );
  const [claims, appeals, reports, proposals, works, notes, holds] = [
    await store.claims.byIds(ids('claim')),
    await store.appeals.byIds(ids('appeal')),
    await store.reports.byIds(ids('report')),
    await store.proposals.byIds(ids('proposal')),
    await store.works.byIds(ids('work')),
    await store.queue.notes(keys),
    await store.queue.holds(keys, clock()),
  ];
  const appealed = (await Promise.all(appeals.map(({ disputeId }) => store.disputes.byId(disputeId)))).filter(
    (dispute) => dispute !== undefined,
  );
  return cases.map((queued) => {
    const own = new Set<string>(queued.items.map(({ key }) => key));
    const of = <T extends { readonly id: string }>(kind: string, all: readonly T[]): T[] => {
      const byId = new Map(all.map((one) => [`${kind}:${one.id}`, one]));
      return queued.items.flatMap(({ key }) => byId.get(key) ?? []);
    };
    return {
      queued,
      claims: of('claim', claims),
      disputes: of('dispute', disputes),
      appeals: of('appeal', appeals).flatMap((appeal) => {
        const dispute = appealed.find(({ id }) => id === appeal.disputeId);
        return dispute === undefined ? [] : [{ appeal, dispute }];
      }),
      reports: of('report', reports),
      proposals: of('proposal', proposals),
      works: of('work', works),
      notes: notes.filter(({ item }) => own.has(item)),
      hold: holds.find(({ item }) => own.has(item)),
    };
  });
}
