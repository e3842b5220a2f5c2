import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { ItemKey } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';

/** Refuses a decision on what another moderator has taken and not given back; undefined where nobody has. */
export async function heldByAnother(
  stores: Pick<Stores, 'queue'>,
  moderator: SignedInActor,
  field: string,
  items: readonly ItemKey[],
  at: Date,
): Promise<InvalidInput | undefined> {
  const holds = await stores.queue.holds(items, at);
  const other = holds.find(({ heldBy }) => heldBy !== moderator.account.id);
  if (other === undefined) return undefined;
  return invalidInput(
    field,
    `Another moderator has taken this until ${other.heldUntil.toISOString()}.`,
    'Leave it to them, or wait until then.',
  );
}
