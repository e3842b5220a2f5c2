import type { DisputeOutcome } from '../../core/log/dispute-leaf.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { disputedPlace } from '../disputes/disputed-place.js';
import { isBetweenAnswers } from '../disputes/is-between-answers.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import type { Claim } from '../ports/claims.js';
import type { Dispute } from '../ports/disputes.js';
import type { Proposal } from '../ports/moderation.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { closeAnswerDispute } from './close-answer-dispute.js';
import { closeClaimDispute } from './close-claim-dispute.js';
import { groundsProblem, groundsText } from './decision-grounds.js';
import type { DecisionGrounds } from './decision-grounds.js';
import { secondPerson } from './four-eyes/second-person.js';
import { heldByAnother } from './queue/held-by-another.js';
import { recordDecision } from './record-decision.js';

export interface CloseDisputeInput extends DecisionGrounds {
  readonly disputeId: string;
  /** Of a dispute between answers, which of them stands. One between claims says it by `upheldClaimId`. */
  readonly outcome?: DisputeOutcome | undefined;
  /** Of a dispute between claims, the one that keeps the place; absent when none of them does. */
  readonly upheldClaimId?: string | undefined;
}

export type CloseDisputeResult =
  | {
      readonly ok: true;
      readonly dispute: Dispute;
      /** Nothing has happened yet: a second person has to confirm it. */
      readonly proposal?: Proposal;
    }
  | InvalidInput
  | Refusal<'NOT_FOUND'>;

/**
 * Decides a dispute, between claims or between answers, for good. What overrides a no, or takes down a claim that had been shown, waits
 * for a second person: only that a no stands is one moderator's to say.
 * @param confirmed what another moderator proposed and this one confirms
 */
export async function closeDispute(
  registry: Registry,
  moderator: SignedInActor,
  input: CloseDisputeInput,
  confirmed?: Proposal,
): Promise<CloseDisputeResult> {
  const problem = groundsProblem('dispute', input);
  if (problem !== undefined) return problem;
  const seen = await registry.store.disputes.byId(input.disputeId);
  if (seen === undefined) {
    return refuse('NOT_FOUND', 'There is no such dispute.', 'Choose one from the list of disputes.');
  }
  return registry.log.sequence<CloseDisputeResult>(async (stores, at) => {
    const dispute = await asItIsNow(registry, stores, seen, at);
    const claims = await partiesOf(stores, dispute);
    const refusal = closingProblem(dispute, claims, moderator, input);
    if (refusal !== undefined) return refusal;
    const held = await heldByAnother(stores, moderator, 'disputeId', [`dispute:${dispute.id}`], at);
    if (held !== undefined) return held;
    if (confirmed !== undefined || !(isBetweenAnswers(dispute) && input.outcome === 'no-stands')) {
      const target = `dispute:${dispute.id}`;
      const weighty = {
        action: 'close-dispute',
        target,
        claimIds: claims.map(({ id }) => id),
        input,
      } as const;
      const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
      if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, dispute, proposal: waits };
    }
    await close(registry, stores, moderator, dispute, claims, input, confirmed, at);
    return { ok: true, dispute: (await stores.disputes.byId(dispute.id)) ?? dispute };
  });
}

/** Answers run out without a leaf: what nobody says any more is not decided. */
async function asItIsNow(registry: Registry, stores: Stores, seen: Dispute, at: Date): Promise<Dispute> {
  if (isBetweenAnswers(seen)) {
    const change = { claimant: seen.noBy, place: disputedPlace(seen) };
    await updateAnswerDisputes(registry, stores, change, at);
  }
  return (await stores.disputes.byId(seen.id)) ?? seen;
}

/** The claims that are still part of it. */
async function partiesOf(stores: Stores, dispute: Dispute): Promise<Claim[]> {
  if (isBetweenAnswers(dispute)) return stores.claims.byIds(dispute.claimIds);
  const standing = await stores.claims.standingOn(dispute.kind, dispute.subjectDigest);
  return standing.filter(({ state }) => state === 'disputed');
}

function closingProblem(
  dispute: Dispute,
  claims: readonly Claim[],
  moderator: SignedInActor,
  input: CloseDisputeInput,
): InvalidInput | undefined {
  if (dispute.closedAt !== undefined) {
    return invalidInput('disputeId', 'This dispute is closed already.', 'Go on with the next one.');
  }
  if (claims.some(({ accountId }) => accountId === moderator.account.id)) {
    return invalidInput('disputeId', 'One of these claims is your own.', 'Leave it to another moderator.');
  }
  return isBetweenAnswers(dispute) ? answerProblem(input) : claimProblem(claims, input);
}

function answerProblem({ outcome, upheldClaimId }: CloseDisputeInput): InvalidInput | undefined {
  if (upheldClaimId !== undefined) {
    return invalidInput(
      'upheldClaimId',
      'This dispute is about what is answered, not about whose the place is.',
      'Leave out the claim, and say which answer stands.',
    );
  }
  return outcome === 'no-stands' || outcome === 'yes-stands'
    ? undefined
    : invalidInput(
        'outcome',
        'Nothing was said about which answer stands.',
        'Choose whether the no stands or the yes.',
      );
}

function claimProblem(
  claims: readonly Claim[],
  { outcome, upheldClaimId }: CloseDisputeInput,
): InvalidInput | undefined {
  const isKnown = upheldClaimId === undefined || claims.some(({ id }) => id === upheldClaimId);
  if (!isKnown) {
    return invalidInput(
      'upheldClaimId',
      'The claim to uphold is not, or no longer, part of this dispute.',
      'Choose one of its claims as they stand now, or none.',
    );
  }
  const meant = upheldClaimId === undefined ? 'none-upheld' : 'claim-upheld';
  return outcome === undefined || outcome === meant
    ? undefined
    : invalidInput(
        'outcome',
        'This dispute is about whose the place is, and the outcome says something else.',
        'Leave out the outcome, and name the claim that keeps the place, or none.',
      );
}

async function close(
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
