import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { AskQuota } from '../../consent/ask-quota.js';
import { noSuchWork } from '../../consent/declaration.js';
import type { Account } from '../../ports/accounts.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Work } from '../../ports/works.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { ownWork } from '../own-work.js';
import { noSuchCollection, ownCollection } from './own-collection.js';
import { BeyondQuota, sayForWorks } from './say-for-works.js';

export interface SortWorksInput {
  readonly works: readonly string[];
  /** Undefined for none: the works leave theirs, and what was said of them stays. */
  readonly collection: string | undefined;
}

export type SortWorksResult =
  { readonly ok: true; readonly works: readonly Work[] } | AskQuota | InvalidInput | Refusal<'NOT_FOUND'>;

/** More are sent in several requests, each of which can be sent again. */
export const MOST_SORTED = 200;

/**
 * Puts works into a collection, out of any other, or takes them out. What the collection says is said of them at once; a work of which
 * something else was said keeps that.
 */
export async function sortWorks(
  registry: Registry,
  { account }: SignedInActor,
  { works: ids, collection: collectionId }: SortWorksInput,
): Promise<SortWorksResult> {
  if (ids.length === 0 || ids.length > MOST_SORTED || new Set(ids).size !== ids.length) {
    const message = `Between 1 and ${MOST_SORTED} works are sorted at a time, each named once.`;
    return invalidInput('works', message, 'Send them in several requests.');
  }
  try {
    return await registry.log.sequence(async (stores, at) => {
      const works = await ownWorks(stores, account.id, ids);
      if (works === undefined) return noSuchWork();
      await bringInLine(registry, stores, account, ids, at);
      if (collectionId === undefined) {
        await stores.collections.take(ids);
        return { ok: true, works } as const;
      }
      const collection = await ownCollection(stores, account.id, collectionId);
      if (collection === undefined) return noSuchCollection();
      await stores.collections.put(collectionId, ids, at);
      const members = await stores.collections.works(ids);
      const late = members.filter(({ revision }) => revision < collection.revision);
      await sayForWorks(registry, stores, { collection, account, works: late, endsExceptions: false }, at);
      return { ok: true, works } as const;
    });
  } catch (error) {
    if (error instanceof BeyondQuota) return error.refusal;
    throw error;
  }
}

/** A change that a work's collection has made reaches it before it leaves. */
async function bringInLine(
  registry: Registry,
  stores: Stores,
  account: Account,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const members = await stores.collections.works(ids);
  const collections = await stores.collections.byIds([
    ...new Set(members.map(({ collectionId }) => collectionId)),
  ]);
  for (const collection of collections) {
    const works = members.filter(
      ({ collectionId, revision }) => collectionId === collection.id && revision < collection.revision,
    );
    await sayForWorks(registry, stores, { collection, account, works, endsExceptions: false }, at);
  }
}

async function ownWorks(
  stores: Stores,
  accountId: string,
  ids: readonly string[],
): Promise<Work[] | undefined> {
  const works: Work[] = [];
  for (const id of ids) {
    const own = await ownWork(stores, accountId, id);
    if (own === undefined) return undefined;
    works.push(own.work);
  }
  return works;
}
