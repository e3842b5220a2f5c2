import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { Collection } from '../../ports/collections.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { retryConflicts } from '../../retry-conflicts.js';
import { readCollectionName } from './collection-name.js';
import { noSuchCollection, ownCollection } from './own-collection.js';

export type RenameCollectionResult =
  { readonly ok: true; readonly collection: Collection } | InvalidInput | Refusal<'NOT_FOUND'>;

/** Gives a collection another name, which no other of the account may have. Its works and what is said of them stay as they are. */
export async function renameCollection(
  { store }: Registry,
  { account }: SignedInActor,
  id: string,
  given: string,
): Promise<RenameCollectionResult> {
  const read = readCollectionName(given);
  if (!read.ok) return read;
  const { name } = read;
  return retryConflicts(async () => {
    const collection = await ownCollection(store, account.id, id);
    if (collection === undefined) return noSuchCollection();
    const known = await store.collections.named(account.id, name);
    if (known !== undefined && known.id !== id) {
      const message = 'Another collection of yours has this name.';
      return invalidInput('name', message, 'Choose another name, or put the works into that one.');
    }
    await store.collections.rename(id, name);
    return { ok: true, collection: { ...collection, name } };
  });
}
