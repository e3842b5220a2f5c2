import type { Collection } from '../../ports/collections.js';
import type { Stores } from '../../ports/registry-store.js';
import { refuse, type Refusal } from '../../refusal.js';

/** A collection of an account; undefined alike for one of somebody else. */
export async function ownCollection(
  stores: Stores,
  accountId: string,
  id: string,
): Promise<Collection | undefined> {
  const [collection] = await stores.collections.byIds([id]);
  return collection?.accountId === accountId ? collection : undefined;
}

export function noSuchCollection(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'You have no such collection.', 'Choose one of the collections on your desk.');
}
