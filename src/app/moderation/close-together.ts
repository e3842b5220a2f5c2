import type { SignedInActor } from '../actor.js';
import { isBetweenAnswers } from '../disputes/is-between-answers.js';
import { type LookedAround, updateAroundDisputes } from '../disputes/update-around-disputes.js';
import type { Claim } from '../ports/claims.js';
import type { Dispute } from '../ports/disputes.js';
import type { Proposal } from '../ports/moderation.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { closeAnswerDispute } from './close-answer-dispute.js';
import { closeClaimDispute } from './close-claim-dispute.js';
import type { CloseDisputeInput, CloseDisputeResult, Closing } from './closing.js';
import { closingProblem } from './closing-problem.js';
import { groundsProblem, groundsText } from './decision-grounds.js';
import { secondPerson } from './four-eyes/second-person.js';
import { heldByAnother } from './queue/held-by-another.js';
import { recordDecision } from './record-decision.js';

/** One transition: everybody else's waits for it. Few enough to take no longer than a page may. */
export const CLOSED_TOGETHER = 50;

/**
 * Closes disputes in one transition, each for itself and by its own rules, in the order in which they are given: what one of them
 * comes to holds back no other. At most `CLOSED_TOGETHER`.
 */
export async function closeTogether(
  registry: Registry,
  moderator: SignedInActor,
  closings: readonly Closing[],
): Promise<CloseDisputeResult[]> {
  const seen = await registry.store.disputes.byIds(closings.map(({ input }) => input.disputeId));
  return registry.log.sequence(async (stores, at) => {
    await asTheyAreNow(registry, stores, seen, at);
    const results: CloseDisputeResult[] = [];
    const around: LookedAround[] = [];
    for (const closing of closings) {
      const result = await closeOne(registry, stores, moderator, closing, at);
      results.push(result);
      if (result.ok && result.proposal === undefined) around.push(...sidesChanged(result.dispute));
    }
    await updateAroundDisputes(registry, stores, around, at);
    return results;
  });
}

/** Answers run out without a leaf: what nobody says any more is not decided. */
async function asTheyAreNow(
  registry: Registry,
  stores: Stores,
  seen: readonly Dispute[],
  at: Date,
): Promise<void> {
  const around = seen.filter(isBetweenAnswers).map((dispute) => ({ dispute, claimants: [dispute.noBy] }));
  await updateAroundDisputes(registry, stores, around, at);
}

/** A no that is set aside leaves whoever says yes where they were; with a yes goes what stood against it. */
function sidesChanged(dispute: Dispute): LookedAround[] {
  if (!isBetweenAnswers(dispute)) return [];
  const { noBy, yesBy, outcome } = dispute;
  return [{ dispute, claimants: outcome === 'yes-stands' ? [noBy] : [noBy, yesBy] }];
}

async function closeOne(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  { input, confirmed }: Closing,
  at: Date,
): Promise<CloseDisputeResult> {
  const problem = groundsProblem('dispute', input);
  if (problem !== undefined) return problem;
  const [dispute] = await stores.disputes.byIds([input.disputeId]);
  if (dispute === undefined) {
    return refuse('NOT_FOUND', 'There is no such dispute.', 'Choose one from the list of disputes.');
  }
  const claims = await partiesOf(stores, dispute);
  const refusal = closingProblem(dispute, claims, moderator, input);
  if (refusal !== undefined) return refusal;
  const held = await heldByAnother(stores, moderator, 'disputeId', [`dispute:${dispute.id}`], at);
  if (held !== undefined) return held;
  if (confirmed !== undefined || !(isBetweenAnswers(dispute) && input.outcome === 'no-stands')) {
    const target = `dispute:${dispute.id}`;
    const claimIds = claims.map(({ id }) => id);
    const weighty = { action: 'close-dispute', target, claimIds, input } as const;
    const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
    if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, dispute, proposal: waits };
  }
  await carryOut(registry, stores, moderator, dispute, claims, input, confirmed, at);
  return { ok: true, dispute: (await stores.disputes.byId(dispute.id)) ?? dispute };
}

/** The claims that are still part of it. */
async function partiesOf(stores: Stores, dispute: Dispute): Promise<Claim[]> {
  if (isBetweenAnswers(dispute)) return stores.claims.byIds(dispute.claimIds);
  const held = await stores.claims.heldOn(dispute.kind, dispute.subjectDigest);
  return held.filter(({ state }) => state === 'disputed');
}

async function carryOut(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  dispute: Dispute,
  claims: readonly Claim[],
  input: CloseDisputeInput,
  confirmed: Proposal | undefined,
  at: Date,
): Promise<void> {
  const { outcome, upheldClaimId } = input;
  const decision = {
    action: 'dispute.closed',
    target: `dispute:${dispute.id}`,
    details: {
      ...(isBetweenAnswers(dispute) ? { outcome } : { upheld: upheldClaimId ?? null }),
      claims: claims.map(({ id }) => id),
      ...(confirmed === undefined ? {} : { proposedBy: confirmed.proposedBy }),
    },
    grounds: input,
    about: claims,
  };
  await recordDecision(registry, stores, moderator, decision, at);
  const word = {
    closedBy: moderator.account.id,
    proposedBy: confirmed?.proposedBy,
    reason: groundsText(input),
  };
  if (isBetweenAnswers(dispute)) {
    const stands = outcome === 'no-stands' ? outcome : 'yes-stands';
    await closeAnswerDispute(registry, stores, dispute, stands, word, at);
  } else {
    await closeClaimDispute(registry, stores, dispute, claims, upheldClaimId, word, at);
  }
}
