import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { recordAction } from '../../audit/record-action.js';
import type { Proposal } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';
import type { DecisionGrounds } from '../decision-grounds.js';

/** A decision that is not one moderator's alone to make. */
export interface WeightyDecision extends Pick<Proposal, 'action' | 'target' | 'claimIds'> {
  readonly input: DecisionGrounds;
}

/**
 * Whether a decision still waits for a second person: keeps it as proposed and answers that, or takes the proposal that is being
 * confirmed away and answers undefined, so that it is carried out in this very transition, once.
 * @param confirmed the proposal that `moderator` confirms; undefined where they decide for the first time
 */
export async function secondPerson(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  { action, target, claimIds, input }: WeightyDecision,
  confirmed: Proposal | undefined,
  at: Date,
): Promise<Proposal | InvalidInput | undefined> {
  if (confirmed !== undefined) {
    return (await stores.proposals.remove(confirmed.id)) ? undefined : proposalOver();
  }
  const proposal: Proposal = {
    id: registry.random.uuid(),
    action,
    target,
    claimIds,
    input: { ...input },
    proposedBy: moderator.account.id,
    proposedAt: at,
  };
  await stores.proposals.put(proposal);
  const details = { action, proposal: proposal.id };
  const actorId = proposal.proposedBy;
  const reason = input.reasonCode;
  await recordAction(registry, stores, { actorId, action: 'decision.proposed', target, reason, details }, at);
  return proposal;
}

export function proposalOver(): InvalidInput {
  return invalidInput(
    'proposalId',
    'This proposal is over: it was confirmed, refused, or replaced by another.',
    'Look at the case as it is now.',
  );
}
