import type { SignedInActor } from '../actor.js';
import type { Proposal } from '../ports/moderation.js';
import type { Registry } from '../registry.js';
import { closeTogether } from './close-together.js';
import type { CloseDisputeInput, CloseDisputeResult } from './closing.js';

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
  const [result] = await closeTogether(registry, moderator, [{ input, confirmed }]);
  if (result === undefined) throw new Error('Of a dispute to be closed nothing was answered.');
  return result;
}
