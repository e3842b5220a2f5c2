import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { caseOf, type Case } from './read-queue.js';

/** How long a case is one moderator's, unless they take it again: 30 minutes, in milliseconds. */
export const HOLD_TIME = 30 * 60 * 1000;

export interface HoldCaseInput {
  readonly caseId: string;
  /** Otherwise it is given back. */
  readonly hold: boolean;
}

export type HoldCaseResult = { readonly ok: true; readonly held: Case } | InvalidInput | Refusal<'NOT_FOUND'>;

/** Takes a case for half an hour, so that no other moderator decides anything in it, or gives it back. Taken again, it begins anew. */
export async function holdCase(
  registry: Registry,
  moderator: SignedInActor,
  { caseId, hold }: HoldCaseInput,
): Promise<HoldCaseResult> {
  const held = await caseOf(registry, caseId);
  if (held === undefined) {
    return refuse('NOT_FOUND', 'This no longer waits for anybody.', 'Choose another case from the queue.');
  }
  const items = held.items.map(({ key }) => key);
  const { id } = moderator.account;
  if (!hold) {
    await registry.store.queue.release(items, id);
    return { ok: true, held };
  }
  const now = registry.clock();
  return registry.store.transact(async ({ queue }) => {
    const holds = await queue.hold(items, id, now, new Date(now.getTime() + HOLD_TIME));
    const other = holds.find(({ heldBy }) => heldBy !== id);
    if (other === undefined) return { ok: true, held };
    const ours = holds.filter(({ heldBy }) => heldBy === id).map(({ item }) => item);
    await queue.release(ours, id);
    const until = other.heldUntil.toISOString();
    return invalidInput('caseId', `Another moderator has taken this until ${until}.`, 'Take another case.');
  });
}
