import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { noSuchCollection, ownCollection } from './own-collection.js';

export type RemoveCollectionResult =
  { readonly ok: true; readonly id: string } | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Dissolves a collection. Its works stay, and what was said of each stays as its own answer; so it is not dissolved before its last
 * answer has reached them all.
 */
export async function removeCollection(
  registry: Registry,
  { account }: SignedInActor,
  id: string,
): Promise<RemoveCollectionResult> {
  return registry.log.sequence(async (stores) => {
    if ((await ownCollection(stores, account.id, id)) === undefined) return noSuchCollection();
    const waiting = await stores.collections.waiting(id, 1);
    if (waiting.length > 0) {
      const message = 'The last answer of this collection has not reached all of its works.';
      return invalidInput('collection', message, 'Wait a minute, and dissolve it then.');
    }
    await stores.collections.remove(id);
    return { ok: true, id };
  });
}
