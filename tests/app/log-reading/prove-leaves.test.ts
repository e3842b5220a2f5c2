import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LogReadOnly } from '../../../src/app/log/log-status.js';
import { NotYetSigned, proveLeaves } from '../../../src/app/log-reading/prove-leaves.js';
import { latestCheckpoint } from '../../../src/app/log-reading/published-checkpoint.js';
import type { Registry } from '../../../src/app/registry.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { provenIndex } from '../../support/proven-index.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { openTroubledLog } from '../../support/troubled-log.js';
import { appendAny } from '../log/log-scenario.js';

const SIZE = 600;
let store: OpenStore;
let registry: Registry;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await registry.log.sequence((inside, at) => appendAny(inside, at, SIZE - 1));
});

afterAll(() => store.close());

describe('proofs of many leaves', () => {
  it('each prove their own leaf, in order', async () => {
    const leaves = await store.log.byIndex(0n, SIZE);
    const chosen = leaves.filter(({ index }) => index % 37n === 0n || index > 590n).reverse();
    const proofs = await proveLeaves(registry, await latestCheckpoint(registry), chosen);
    const [key = ''] = registry.log.keys.held();
    const places = proofs.map((proof, at) =>
      provenIndex(String(proof), chosen[at]?.leaf ?? new Uint8Array(), key),
    );
    expect(places).toEqual(chosen.map(({ index }) => Number(index)));
  });

  it('are an error only for a leaf that the checkpoint does not cover', async () => {
    const [first, last] = [await store.log.byIndex(0n, 1), await store.log.byIndex(BigInt(SIZE - 1), 1)];
    const earlier = await store.logTree.bySize(1);
    const proofs = await proveLeaves(registry, earlier, [...last, ...first]);
    expect(proofs[0]).toBeInstanceOf(NotYetSigned);
    expect(proofs[1]).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
  });

  it('say what is wrong with the log where that is why nothing covers a leaf', async () => {
    const log = await openTroubledLog(store, registry.clock, 'stopped');
    const leaves = await store.log.byIndex(0n, 1);
    const [refused] = await proveLeaves({ ...registry, log }, undefined, leaves);
    expect(refused).toBeInstanceOf(LogReadOnly);
    expect(refused).toMatchObject({ trouble: 'stopped' });
  });
});
