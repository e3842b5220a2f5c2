import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ShownCheckpoint } from '../../../src/app/log/shown-checkpoint.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { testClock, type TestClock } from '../../support/test-clock.js';
import { openTestStore } from '../../support/test-store.js';

const stores: OpenStore[] = [];
let store: OpenStore;
let clock: TestClock;
let shown: ShownCheckpoint;

beforeEach(async () => {
  store = await openTestStore();
  stores.push(store);
  clock = testClock();
  shown = new ShownCheckpoint(store.logTree, clock.now, { isWitnessed: true });
});

afterAll(async () => {
  for (const each of stores) await each.close();
});

/** Signs trees of these sizes, a second after one another. */
async function sign(...sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    clock.advance({ seconds: 1 });
    await store.logTree.add({ size, root: new Uint8Array(32).fill(size), note: '', signedAt: clock.now() });
  }
}

async function cosign(size: number, ...witnesses: readonly string[]): Promise<void> {
  for (const witness of witnesses) {
    await store.logTree.cosign({ size, witness, line: '', receivedAt: clock.now() });
  }
}

const sizeShown = async () => (await shown.current())?.size;

describe('the checkpoint that is shown', () => {
  it('is none before anything was signed, and the last of a log without witnesses', async () => {
    expect(await sizeShown()).toBeUndefined();
    await sign(1, 4);
    shown = new ShownCheckpoint(store.logTree, clock.now, { isWitnessed: false });
    expect(await sizeShown()).toBe(4);
    await sign(5);
    expect(await sizeShown()).toBe(5);
  });

  it('stays for a few seconds where nothing is cosigned, for one to come that is', async () => {
    await sign(1, 4);
    expect(await sizeShown()).toBe(4);
    await sign(5, 6);
    expect(await sizeShown()).toBe(4);
    await cosign(5, 'w1');
    expect(await sizeShown()).toBe(5);
    clock.advance({ seconds: 15 });
    await sign(7);
    expect(await sizeShown()).toBe(7);
    await sign(8);
    expect(await sizeShown()).toBe(7);
  });

  it('is the newest that a witness has cosigned, as long as it is a few seconds old', async () => {
    await sign(1, 4);
    await cosign(1, 'w1');
    await sign(6, 7);
    await cosign(6, 'w1');
    expect(await sizeShown()).toBe(6);
    clock.advance({ seconds: 10 });
    await sign(9);
    expect(await sizeShown()).toBe(6);
    clock.advance({ seconds: 4 });
    expect(await sizeShown()).toBe(9);
  });

  it('is the one with most cosignatures, until it is too old', async () => {
    await sign(1);
    await cosign(1, 'w1', 'w2');
    await sign(2);
    await cosign(2, 'w1');
    expect(await sizeShown()).toBe(1);
    await cosign(2, 'w2');
    expect(await sizeShown()).toBe(2);
    await sign(3);
    await cosign(3, 'w1');
    expect(await sizeShown()).toBe(2);
    clock.advance({ seconds: 15 });
    expect(await sizeShown()).toBe(3);
  });

  it('is never followed by a smaller one', async () => {
    await sign(1, 2, 3);
    expect(await sizeShown()).toBe(3);
    await cosign(2, 'w1');
    expect(await sizeShown()).toBe(3);
    await sign(4, 5);
    await cosign(4, 'w1');
    expect(await sizeShown()).toBe(4);
  });
});
