import type { InvalidInput } from '../../accounts/refusals.js';
import { invalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { recordAction } from '../../audit/record-action.js';
import type { Proposal, ProposedAction } from '../../ports/moderation.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { closeDispute } from '../close-dispute.js';
import type { CloseDisputeInput } from '../closing.js';
import { decideClaim, type DecideClaimInput } from '../decide-claim.js';
import { decideAppeal, type DecideAppealInput } from '../appeals/decide-appeal.js';
import { showAgain, type ShowAgainInput } from '../hiding/show-again.js';
import { letBackIn } from '../suspensions/let-back-in.js';
import { letSpeak, type LetSpeakInput } from '../suspensions/let-speak.js';
import { setAside, type SetAsideInput } from '../suspensions/set-aside.js';
import { proposalOver } from './second-person.js';

export interface AnswerProposalInput {
  readonly proposalId: string;
  /** Otherwise it is dropped: nothing happens, and an account that it shut out is let in again. */
  readonly confirm: boolean;
}

export type AnswerProposalResult =
  { readonly ok: true; readonly proposal: Proposal } | InvalidInput | Refusal<'NOT_FOUND'>;

type CarryOut = (
  registry: Registry,
  moderator: SignedInActor,
  input: never,
  confirmed: Proposal,
) => Promise<{ readonly ok: true } | InvalidInput | Refusal<'NOT_FOUND'>>;

const CARRY_OUT: Readonly<Record<ProposedAction, CarryOut>> = {
  'decide-claim': (registry, moderator, input: DecideClaimInput, confirmed) =>
    decideClaim(registry, moderator, input, confirmed),
  'close-dispute': (registry, moderator, input: CloseDisputeInput, confirmed) =>
    closeDispute(registry, moderator, input, confirmed),
  'set-aside': (registry, moderator, input: SetAsideInput, confirmed) =>
    setAside(registry, moderator, input, confirmed),
  'let-speak': (registry, moderator, input: LetSpeakInput, confirmed) =>
    letSpeak(registry, moderator, input, confirmed),
  'show-again': (registry, moderator, input: ShowAgainInput, confirmed) =>
    showAgain(registry, moderator, input, confirmed),
  'decide-appeal': (registry, moderator, input: DecideAppealInput, confirmed) =>
    decideAppeal(registry, moderator, input, confirmed),
};

/**
 * Carries out what another moderator proposed, as if decided now, or drops it. Whoever proposed it can drop it and never confirm it.
 */
export async function answerProposal(
  registry: Registry,
  moderator: SignedInActor,
  { proposalId, confirm }: AnswerProposalInput,
): Promise<AnswerProposalResult> {
  const [proposal] = await registry.store.proposals.byIds([proposalId]);
  if (proposal === undefined) {
    return refuse('NOT_FOUND', 'There is no such proposal, or no more.', 'Choose one from the queue.');
  }
  if (!confirm) return drop(registry, moderator, proposal);
  if (proposal.proposedBy === moderator.account.id) {
    return invalidInput(
      'proposalId',
      'You proposed this yourself, and it takes a second person.',
      'Leave it to another moderator, or drop it.',
    );
  }
  const done = await CARRY_OUT[proposal.action](registry, moderator, proposal.input as never, proposal);
  return done.ok ? { ok: true, proposal } : done;
}

function drop(
  registry: Registry,
  moderator: SignedInActor,
  proposal: Proposal,
): Promise<AnswerProposalResult> {
  return registry.log.sequence(async (stores, at) => {
    if (!(await stores.proposals.remove(proposal.id))) return proposalOver();
    await letBackIn(stores, proposal);
    const { id, target, action: proposed } = proposal;
    const details = { action: proposed, proposal: id };
    const actorId = moderator.account.id;
    await recordAction(registry, stores, { actorId, action: 'decision.dropped', target, details }, at);
    return { ok: true, proposal };
  });
}
