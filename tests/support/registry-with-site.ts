import type { Registry } from '../../src/app/registry.js';
import { type TestClock, testClock } from './test-clock.js';
import { makeTestRegistry } from './test-registry.js';
import { fetchReaching, openTestSite, type TestSite } from './test-site.js';
import { openTestStore } from './test-store.js';
import type { OpenStore } from '../../src/store/open-store.js';

/** A registry over a real store, and a real web site that it reaches under the given names. */
export interface RegistryWithSite {
  readonly registry: Registry;
  readonly store: OpenStore;
  readonly clock: TestClock;
  readonly site: TestSite;
  close(): Promise<void>;
}

export async function openRegistryWithSite(
  names: readonly string[],
  overrides: Partial<Registry> = {},
): Promise<RegistryWithSite> {
  const store = await openTestStore();
  const site = await openTestSite();
  const outgoing = fetchReaching(site, ...names);
  const clock = testClock();
  return {
    registry: makeTestRegistry(store, { clock: clock.now, outgoing, ...overrides }),
    store,
    clock,
    site,
    async close() {
      await outgoing.close();
      await site.close();
      await store.close();
    },
  };
}
