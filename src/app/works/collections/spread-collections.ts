import type { Registry } from '../../registry.js';
import { spreadAnswer } from './spread-answer.js';

const COLLECTIONS_A_ROUND = 50;
const TRANSACTIONS_A_ROUND = 50;

/** Brings works in line that a collection's last answer has not reached: it has many, or the request that changed it was cut. */
export async function spreadCollections(registry: Registry): Promise<void> {
  const { store } = registry;
  for (const { id, accountId } of await store.collections.behind(COLLECTIONS_A_ROUND)) {
    const account = await store.accounts.byId(accountId);
    if (account !== undefined) await spreadAnswer(registry, account, id, TRANSACTIONS_A_ROUND);
  }
}
