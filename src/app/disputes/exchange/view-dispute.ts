import type { SignedInActor } from '../../actor.js';
import type { Appeal, Exhibit } from '../../ports/dispute-exchange.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Page, PageRequest } from '../../ports/page.js';
import type { Registry } from '../../registry.js';
import { ownPseudonyms } from '../../organisations/own-pseudonyms.js';
import { appealLine, isDecided } from '../appeals/appeal-line.js';
import { APPEAL_PERIOD } from '../appeals/appeal-period.js';
import { appealProblem } from '../appeals/make-appeal.js';
import { takesExhibits } from './add-exhibit.js';
import { sideOf } from './side-of.js';

/** A dispute as its sides and moderators see it: what each has shown, and what can still be done. */
export interface DisputeView {
  readonly dispute: Dispute;
  /** Pseudonym of the viewer in it; undefined of a moderator. */
  readonly ownClaimant: string | undefined;
  readonly exhibits: readonly Exhibit[];
  readonly appeals: readonly Appeal[];
  readonly takesExhibits: boolean;
  /** Whether the viewer can appeal now. */
  readonly canAppeal: boolean;
  /** Until when that could be; undefined where no moderator decided it. */
  readonly appealUntil: Date | undefined;
  /** Whether no moderator is there who had no part in what was decided. */
  readonly lacksDecider: boolean;
}

/** Undefined to everybody but its sides and moderators. */
export async function viewDispute(
  registry: Registry,
  { account }: SignedInActor,
  id: string,
): Promise<DisputeView | undefined> {
  const { store } = registry;
  const dispute = await store.disputes.byId(id);
  if (dispute === undefined) return undefined;
  const claims = await store.claims.byIds(dispute.claimIds);
  const ownClaimant = sideOf(dispute, claims, account, await ownPseudonyms(store, account));
  const isDeciding = account.role === 'moderator' || account.role === 'admin';
  return ownClaimant === undefined && !isDeciding ? undefined : describe(registry, dispute, ownClaimant);
}

/** Those that an account, or an organisation for which it acts, is or was a side of, open ones first. Throws `InvalidCursor`. */
export async function listOwnDisputes(
  registry: Registry,
  account: { readonly id: string; readonly pseudonym: string },
  page: PageRequest,
): Promise<Page<DisputeView>> {
  const claimants = await ownPseudonyms(registry.store, account);
  const { rows, hasNextPage } = await registry.store.disputes.ofAccount({ id: account.id, claimants }, page);
  const views = await Promise.all(
    rows.map(({ row }) =>
      describe(registry, row, claimants.find((one) => one === row.noBy || one === row.yesBy) ?? claimants[0]),
    ),
  );
  return {
    rows: rows.flatMap(({ cursor }, at) => {
      const row = views[at];
      return row === undefined ? [] : [{ cursor, row }];
    }),
    hasNextPage,
  };
}

async function describe(
  { store, clock }: Registry,
  dispute: Dispute,
  ownClaimant: string | undefined,
): Promise<DisputeView> {
  const line = await appealLine(store, dispute);
  const isOpenToAppeal = isDecided(dispute) && dispute.closedAt !== undefined;
  return {
    dispute,
    ownClaimant,
    exhibits: await store.exhibits.ofDisputes([dispute.id]),
    appeals: line.appeals.filter(({ disputeId }) => disputeId === dispute.id),
    takesExhibits: await takesExhibits(store, dispute),
    canAppeal: ownClaimant !== undefined && appealProblem(dispute, line, ownClaimant, clock()) === undefined,
    appealUntil: isOpenToAppeal ? new Date(dispute.closedAt.getTime() + APPEAL_PERIOD) : undefined,
    lacksDecider: !(await store.accounts.hasDeciderBeside(line.deciders)),
  };
}
