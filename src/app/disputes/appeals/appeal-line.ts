import type { Appeal } from '../../ports/dispute-exchange.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Stores } from '../../ports/registry-store.js';

/** A dispute, and those from which it came by appeals, with all appeals from any of them. */
export interface AppealLine {
  readonly disputes: readonly Dispute[];
  readonly appeals: readonly Appeal[];
  /** Accounts that proposed or made any of the decisions, or decided an appeal from one. */
  readonly deciders: readonly string[];
}

/** Each side appeals once in it, so that it is never longer than three. */
export async function appealLine(
  stores: Pick<Stores, 'disputes' | 'appeals'>,
  dispute: Dispute,
): Promise<AppealLine> {
  const disputes = [dispute];
  for (let from = dispute.appealedFrom; from !== undefined;) {
    const before = await stores.disputes.byId(from);
    if (before !== undefined) disputes.push(before);
    from = before?.appealedFrom;
  }
  const appeals = await stores.appeals.ofDisputes(disputes.map(({ id }) => id));
  const deciders = [
    ...disputes.filter(isDecided).flatMap(({ closedBy, proposedBy }) => [closedBy, proposedBy]),
    ...appeals.map(({ decidedBy }) => decidedBy),
  ].filter((id) => id !== undefined);
  return { disputes, appeals, deciders: [...new Set(deciders)] };
}

/** Whether a moderator decided it: what a machine saw, or a side gave up, nobody else can see otherwise. */
export function isDecided({ closingReason, reason }: Dispute): boolean {
  return closingReason === 'evidence-reviewed' && reason !== undefined;
}
