import type { Claim } from '../../ports/claims.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Appeal } from '../../ports/dispute-exchange.js';
import type { CaseNote, Hold, ItemKind, Proposal, Report } from '../../ports/moderation.js';
import type { Work } from '../../ports/works.js';
import type { Registry } from '../../registry.js';
import type { Case } from './read-queue.js';

/** Of one kind in one case: more than anybody looks at side by side, and bounded whoever floods it. */
export const SHOWN_OF_A_KIND = 20;

/** What a moderator is shown of a case: of each kind of things the first `SHOWN_OF_A_KIND`. */
export interface DescribedCase {
  /** Whole. */
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

/** The ids of everything of one kind in a case, in its order. */
export function idsIn({ items }: Case, kind: ItemKind): string[] {
  const begin = `${kind}:`;
  return items.flatMap(({ key }) => (key.startsWith(begin) ? [key.slice(begin.length)] : []));
}

/** A handful of queries for all. What was decided since the queue was read is left out. */
export async function describeCases(
  { store, clock }: Registry,
  cases: readonly Case[],
): Promise<DescribedCase[]> {
  const keys = cases.flatMap(({ items }) => items.map(({ key }) => key));
  const ids = (kind: ItemKind) => cases.flatMap((one) => idsIn(one, kind).slice(0, SHOWN_OF_A_KIND));
  const [claims, disputes, appeals, reports, proposals, works, notes, holds] = [
    await store.claims.byIds(ids('claim')),
    await store.disputes.byIds(ids('dispute')),
    await store.appeals.byIds(ids('appeal')),
    await store.reports.byIds(ids('report')),
    await store.proposals.byIds(ids('proposal')),
    await store.works.byIds(ids('work')),
    await store.queue.notes(keys),
    await store.queue.holds(keys, clock()),
  ];
  const appealed = await store.disputes.byIds(appeals.map(({ disputeId }) => disputeId));
  return cases.map((queued) => {
    const own = new Set<string>(queued.items.map(({ key }) => key));
    const of = <T extends { readonly id: string }>(kind: ItemKind, all: readonly T[]): T[] => {
      const byId = new Map(all.map((one) => [one.id, one]));
      return idsIn(queued, kind).flatMap((id) => byId.get(id) ?? []);
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
