import type { AskQuota } from '../../consent/ask-quota.js';
import type { Account } from '../../ports/accounts.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';
import { BeyondQuota, sayForWorks } from './say-for-works.js';

/** As many works as one transaction brings in line: others append to the log between two. */
const AT_A_TIME = 100;

/** Brings the next works that wait in line, within a transition. Answers whether there may be more. */
export async function spreadNext(
  registry: Registry,
  stores: Stores,
  account: Account,
  collectionId: string,
  at: Date,
): Promise<boolean> {
  const [collection] = await stores.collections.byIds([collectionId]);
  if (collection === undefined) return false;
  const works = await stores.collections.waiting(collectionId, AT_A_TIME);
  if (works.length === 0) return false;
  await sayForWorks(registry, stores, { collection, account, works, endsExceptions: false }, at);
  return works.length === AT_A_TIME;
}

/**
 * Goes on until no work of a collection waits, or so many transactions were done; what waits then is brought in line by the server's
 * regular work. Answers what stands in the way, if anything does: the works that it meets wait.
 */
export async function spreadAnswer(
  registry: Registry,
  account: Account,
  collectionId: string,
  mostTransactions: number,
): Promise<AskQuota | undefined> {
  try {
    for (let done = 0; done < mostTransactions; done += 1) {
      const hasMore = await registry.log.sequence((stores, at) =>
        spreadNext(registry, stores, account, collectionId, at),
      );
      if (!hasMore) return undefined;
    }
    return undefined;
  } catch (error) {
    if (error instanceof BeyondQuota) return error.refusal;
    throw error;
  }
}
