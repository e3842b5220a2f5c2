import type { InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { Collection } from '../../ports/collections.js';
import type { Registry } from '../../registry.js';
import { retryConflicts } from '../../retry-conflicts.js';
import { readCollectionName } from './collection-name.js';

export type CreateCollectionResult = { readonly ok: true; readonly collection: Collection } | InvalidInput;

/** Begins a collection without works and without an answer. One that the account has under this name is answered instead. */
export async function createCollection(
  { store, random, clock }: Registry,
  { account }: SignedInActor,
  given: string,
): Promise<CreateCollectionResult> {
  const read = readCollectionName(given);
  if (!read.ok) return read;
  const { name } = read;
  return retryConflicts(async () => {
    const known = await store.collections.named(account.id, name);
    if (known !== undefined) return { ok: true, collection: known };
    const collection = {
      id: random.uuid(),
      accountId: account.id,
      name,
      answer: undefined,
      revision: 0,
      createdAt: clock(),
    };
    await store.collections.add(collection);
    return { ok: true, collection };
  });
}
