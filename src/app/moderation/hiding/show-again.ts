import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { Proposal } from '../../ports/moderation.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { groundsProblem, type DecisionGrounds } from '../decision-grounds.js';
import { secondPerson } from '../four-eyes/second-person.js';
import { recordDecision } from '../record-decision.js';
import type { Proposed } from '../suspensions/set-aside.js';

export interface ShowAgainInput extends DecisionGrounds {
  readonly hiddenId: string;
}

export type ShowAgainResult = Proposed | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Takes the hashes of something hidden off the list, which a second person has to confirm. What was deleted comes back only where a
 * dataset is ingested again.
 */
export async function showAgain(
  registry: Registry,
  moderator: SignedInActor,
  input: ShowAgainInput,
  confirmed?: Proposal,
): Promise<ShowAgainResult> {
  const problem = groundsProblem('show-again', input);
  if (problem !== undefined) return problem;
  return registry.log.sequence<ShowAgainResult>(async (stores, at) => {
    const hidden = await stores.hidden.byId(input.hiddenId);
    if (hidden === undefined) {
      return refuse('NOT_FOUND', 'Nothing was hidden under this id.', 'Copy it from the audit trail.');
    }
    if (hidden.liftedAt !== undefined) {
      return invalidInput('hiddenId', 'This is shown again already.', 'Go on with the next one.');
    }
    const target = `hidden:${hidden.id}`;
    const weighty = { action: 'show-again', target, claimIds: [], input } as const;
    const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
    if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, proposal: waits };
    if (confirmed === undefined) throw new Error('Nothing is shown again that nobody confirmed.');
    await stores.hidden.lift(hidden.id, at);
    const details = { proposedBy: confirmed.proposedBy };
    const decision = { action: 'picture.shown-again', target, details, grounds: input, about: [] };
    await recordDecision(registry, stores, moderator, decision, at);
    return { ok: true, proposal: confirmed };
  });
}
