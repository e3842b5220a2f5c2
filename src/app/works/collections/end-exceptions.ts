import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { AskQuota } from '../../consent/ask-quota.js';
import { noSuchWork } from '../../consent/declaration.js';
import type { Collection } from '../../ports/collections.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { noSuchCollection, ownCollection } from './own-collection.js';
import { BeyondQuota, sayForWorks } from './say-for-works.js';
import { MOST_SORTED } from './sort-works.js';

export interface EndExceptionsInput {
  readonly collection: string;
  /** Ids of works that are in it. */
  readonly works: readonly string[];
}

export type EndExceptionsResult =
  { readonly ok: true; readonly collection: Collection } | AskQuota | InvalidInput | Refusal<'NOT_FOUND'>;

/** Says of works what their collection says, instead of what was said of them alone; they follow it from then on. */
export async function endExceptions(
  registry: Registry,
  { account }: SignedInActor,
  { collection: collectionId, works: ids }: EndExceptionsInput,
): Promise<EndExceptionsResult> {
  if (ids.length === 0 || ids.length > MOST_SORTED) {
    const message = `Between 1 and ${MOST_SORTED} works are named at a time, not ${ids.length}.`;
    return invalidInput('works', message, 'Send them in several requests.');
  }
  try {
    return await registry.log.sequence(async (stores, at) => {
      const collection = await ownCollection(stores, account.id, collectionId);
      if (collection === undefined) return noSuchCollection();
      if (collection.answer === undefined) {
        const message = 'Nothing is said of this collection.';
        return invalidInput('collection', message, 'Answer it first, or answer the work alone.');
      }
      const works = await stores.collections.works(ids);
      if (works.length !== new Set(ids).size || works.some((one) => one.collectionId !== collectionId)) {
        return noSuchWork();
      }
      await sayForWorks(registry, stores, { collection, account, works, endsExceptions: true }, at);
      return { ok: true, collection } as const;
    });
  } catch (error) {
    if (error instanceof BeyondQuota) return error.refusal;
    throw error;
  }
}
