import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { placeHolders } from '../claims/place-holders.js';
import type { PlaceHolders } from '../claims/place-holders.js';
import { raiseClaim } from '../claims/raise-claim.js';
import type { Grant } from '../claims/raise-claim.js';
import { releaseWork } from '../works/release-work.js';
import type { Claim } from '../ports/claims.js';
import type { Proposal } from '../ports/moderation.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { groundsProblem, groundsText } from './decision-grounds.js';
import type { DecisionGrounds } from './decision-grounds.js';
import { secondPerson } from './four-eyes/second-person.js';
import { finishHiding } from './hiding/finish-hiding.js';
import { type HiddenNow, hideInTransition } from './hiding/hide-in-transition.js';
import { heldByAnother } from './queue/held-by-another.js';
import { recordDecision } from './record-decision.js';
import { rejectClaim } from './reject-claim.js';

export interface DecideClaimInput extends DecisionGrounds {
  readonly claimId: string;
  readonly approve: boolean;
}

export type DecideClaimResult =
  | {
      readonly ok: true;
      readonly claim: Claim;
      /** Nothing has happened yet: a second person has to confirm it. */
      readonly proposal?: Proposal;
    }
  | InvalidInput
  | Refusal<'NOT_FOUND'>;

/**
 * Approves or rejects a claim that is open, or active and looked at again. Approving a claim on a place that another
 * account holds opens a dispute instead of overwriting anything; a dispute is decided as a whole by closing it. Rejecting an active
 * claim takes it down, which waits for a second person. What is rejected as illegal is hidden at once, whatever becomes of the claim.
 * @param confirmed what another moderator proposed and this one confirms
 */
export async function decideClaim(
  registry: Registry,
  moderator: SignedInActor,
  input: DecideClaimInput,
  confirmed?: Proposal,
): Promise<DecideClaimResult> {
  const problem = groundsProblem(input.approve ? 'approve' : 'reject', input);
  if (problem !== undefined) return problem;
  const seen = await registry.store.claims.byId(input.claimId);
  if (seen === undefined) {
    return refuse('NOT_FOUND', 'There is no such claim.', 'Choose one from the queue.');
  }
  if (seen.accountId === moderator.account.id) {
    return invalidInput('claimId', 'This claim is your own.', 'Leave it to another moderator.');
  }
  let hidden: HiddenNow | undefined;
  const result = await registry.log.sequence<DecideClaimResult>(async (stores, at) => {
    hidden = undefined;
    const place = await placeHolders(stores, seen);
    const { claim = seen } = place;
    if (claim.state !== 'open' && claim.state !== 'active') return cannotDecide(claim);
    if (claim.accountId === undefined && input.approve) return cannotApprove();
    const held = await heldByAnother(stores, moderator, 'claimId', [`claim:${claim.id}`], at);
    if (held !== undefined) return held;
    if (input.reasonCode === 'illegal' && confirmed === undefined) {
      hidden = await hideClaimed(registry, stores, moderator, claim, at);
    }
    if (confirmed !== undefined || (claim.state === 'active' && !input.approve)) {
      const target = `claim:${claim.id}`;
      const weighty = { action: 'decide-claim', target, claimIds: [claim.id], input } as const;
      const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
      if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, claim, proposal: waits };
    }
    const decided = await decide(registry, stores, moderator, { ...place, claim }, input, confirmed, at);
    return { ok: true, claim: decided };
  });
  if (hidden !== undefined) await finishHiding(registry, hidden);
  if (result.ok && result.proposal === undefined && input.approve && seen.kind === 'content')
    await releaseWork(registry, seen.id);
  return result;
}

/** Of a folder or a site nobody has seen all: its claim is rejected, and what is illegal there is hidden address by address. */
async function hideClaimed(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  claim: Claim,
  at: Date,
): Promise<HiddenNow | undefined> {
  if (claim.kind === 'url' && claim.expression !== undefined) {
    return hideInTransition(registry, stores, moderator, { address: claim.expression }, at);
  }
  const [work] = claim.kind === 'content' ? await stores.works.byClaims([claim.id]) : [];
  return work && hideInTransition(registry, stores, moderator, { work }, at);
}

async function decide(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  place: PlaceHolders & { readonly claim: Claim },
  input: DecideClaimInput,
  confirmed: Proposal | undefined,
  at: Date,
): Promise<Claim> {
  const change = { decidedAt: at, decidedBy: moderator.account.id, decisionReason: groundsText(input) };
  const decision = {
    action: input.approve ? 'claim.approved' : 'claim.rejected',
    target: `claim:${place.claim.id}`,
    details: {
      previousState: place.claim.state,
      rivals: place.rivals.map(({ id }) => id),
      ...(confirmed === undefined ? {} : { proposedBy: confirmed.proposedBy }),
    },
    grounds: input,
    about: [place.claim, ...place.rivals],
  };
  await recordDecision(registry, stores, moderator, decision, at);
  if (input.approve) {
    const grant: Grant = { assurance: 'reviewed', method: 'moderator', change };
    return raiseClaim(registry, stores, place.claim, place.rivals, grant, at);
  }
  return rejectClaim(registry, stores, place.claim, change);
}

function cannotDecide(claim: Claim): InvalidInput {
  return claim.state === 'disputed'
    ? invalidInput(
        'claimId',
        'This claim is in dispute.',
        'Decide the dispute: it settles all its claims at once.',
      )
    : invalidInput('claimId', `This claim was ${claim.state} already.`, 'Go on with the next one.');
}

/** Whatever it had reached stays, and nobody is there to show more. */
function cannotApprove(): InvalidInput {
  return invalidInput(
    'claimId',
    'The account behind this claim was erased, and its evidence with it.',
    'Leave the claim as it is, or reject it.',
  );
}
