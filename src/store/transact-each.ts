import type { Stores } from '../app/ports/registry-store.js';
import { bindStores } from './bind-stores.js';
import type { StoreSession } from './store-session.js';

/** See `RegistryStore.transactEach`. */
export async function transactEach<T>(
  session: StoreSession,
  works: readonly ((stores: Stores) => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  return session.transaction(async (transaction) => {
    const results: PromiseSettledResult<T>[] = [];
    for (const work of works) {
      try {
        const value = await transaction.attempt((attempt) => work(bindStores(attempt)));
        results.push({ status: 'fulfilled', value });
      } catch (reason) {
        results.push({ status: 'rejected', reason });
      }
    }
    return results;
  });
}
