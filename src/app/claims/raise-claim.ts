import type { DisputeLeaf } from '../../core/log/dispute-leaf.js';
import type { AssuranceMethod } from '../../core/log/assurance-leaf.js';
import { disputeOpeningLeaf } from '../disputes/dispute-leaves.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { appendLeaves } from '../log/append-leaves.js';
import { assuranceLeaf } from './claim-leaves.js';
import { claimedPlace } from './claimed-place.js';
import type { PlaceHolders } from './place-holders.js';
import { widerClaimLeaves } from './wider-claim-leaves.js';

/** What a claim has reached, and how. */
export interface Grant {
  readonly assurance: 'verified' | 'reviewed';
  readonly method: AssuranceMethod;
  readonly change: Partial<Pick<Claim, 'verifiedAt' | 'decidedAt' | 'decidedBy' | 'decisionReason'>>;
}

/**
 * Gives a claim its assurance: alone on its place it becomes active; where others hold the place, all of them are in
 * dispute and each keeps what it proved. Whether it may contest what was decided before is asked beforehand.
 */
export async function raiseClaim<Raised extends Claim>(
  registry: Registry,
  stores: Stores,
  claim: Raised,
  rivals: PlaceHolders['rivals'],
  grant: Grant,
  at: Date,
): Promise<Raised> {
  const isContested = rivals.length > 0;
  const change = {
    ...grant.change,
    assurance: grant.assurance,
    state: isContested ? ('disputed' as const) : ('active' as const),
  };
  const raised = { ...claim, ...change };
  for (const rival of rivals.filter(({ state }) => state === 'active')) {
    await stores.claims.update(rival.id, { state: 'disputed' });
  }
  await stores.claims.update(claim.id, change);
  const leaves = [
    assuranceLeaf(claim.id, { level: grant.assurance }, grant.method, at),
    ...(isContested ? [await openDispute(registry, stores, [claim, ...rivals], at)] : []),
    ...(await widerClaimLeaves(stores, claim, raised, at)),
  ];
  await appendLeaves(registry, stores, leaves, at);
  await updateAnswerDisputes(registry, stores, { claimant: claim.claimant, place: claimedPlace(claim) }, at);
  return raised;
}

async function openDispute(
  registry: Registry,
  stores: Stores,
  claims: readonly [Claim, ...Claim[]],
  at: Date,
): Promise<DisputeLeaf> {
  const { kind, expression, subjectDigest, subjectKey, canon } = claims[0];
  if (kind === 'content') throw new Error('The id of a work is its own: no two accounts claim one.');
  const dispute = await stores.disputes.open({
    id: registry.random.uuid(),
    cause: 'rival-claims',
    kind,
    expression,
    subjectDigest,
    subjectKey,
    canon,
    claimIds: claims.map(({ id }) => id),
    noBy: undefined,
    yesBy: undefined,
    openedAt: at,
    lapsesAt: undefined,
    runsOutAt: undefined,
    closedAt: undefined,
    closedBy: undefined,
    proposedBy: undefined,
    appealedFrom: undefined,
    outcome: undefined,
    closingReason: undefined,
    reason: undefined,
  });
  return disputeOpeningLeaf(dispute, claims[0], at);
}
