import type { SignedInActor } from '../../src/app/actor.js';
import { closeDispute } from '../../src/app/moderation/close-dispute.js';
import type { CloseDisputeInput, CloseDisputeResult } from '../../src/app/moderation/closing.js';
import {
  decideClaim,
  type DecideClaimInput,
  type DecideClaimResult,
} from '../../src/app/moderation/decide-claim.js';
import { answerProposal } from '../../src/app/moderation/four-eyes/answer-proposal.js';
import type { Proposal } from '../../src/app/ports/moderation.js';
import type { Registry } from '../../src/app/registry.js';
import { signUp } from './sign-up.js';

/** Closes a dispute; where that takes a second person, another moderator has proposed it and this one confirms it. */
export async function closedByTwo(
  registry: Registry,
  moderator: SignedInActor,
  input: CloseDisputeInput,
): Promise<CloseDisputeResult> {
  const result = await closeDispute(registry, moderator, input);
  if (!result.ok || result.proposal === undefined) return result;
  const confirmed = await confirm(registry, moderator, result.proposal);
  if (!confirmed.ok) return confirmed;
  return { ok: true, dispute: (await registry.store.disputes.byId(input.disputeId)) ?? result.dispute };
}

/** The same of a claim. */
export async function decidedByTwo(
  registry: Registry,
  moderator: SignedInActor,
  input: DecideClaimInput,
): Promise<DecideClaimResult> {
  const result = await decideClaim(registry, moderator, input);
  if (!result.ok || result.proposal === undefined) return result;
  const confirmed = await confirm(registry, moderator, result.proposal);
  if (!confirmed.ok) return confirmed;
  return { ok: true, claim: (await registry.store.claims.byId(input.claimId)) ?? result.claim };
}

async function confirm(registry: Registry, moderator: SignedInActor, proposal: Proposal) {
  const other = await signUp(registry, 'moderator');
  await registry.store.proposals.put({ ...proposal, proposedBy: other.account.id });
  return answerProposal(registry, moderator, { proposalId: proposal.id, confirm: true });
}
