import { afterAll, describe, expect, it } from '@jest/globals';
import { LogReadOnly } from '../../../src/app/log/log-status.js';
import { proveConsistency } from '../../../src/app/log/prove-consistency.js';
import { proveLeaves } from '../../../src/app/log-reading/prove-leaves.js';
import { latestCheckpoint } from '../../../src/app/log-reading/published-checkpoint.js';
import { WritingStopped } from '../../../src/app/ports/writing-stopped.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { EMPTY_FRONTIER, appendLeafHashes, rootOf } from '../../../src/core/merkle/frontier.js';
import { verifyConsistency } from '../../../src/core/merkle/verify-consistency.js';
import { openCheckpoint } from '../../../src/core/tlog/open-checkpoint.js';
import { parseTlogProof } from '../../../src/core/tlog/tlog-proof.js';
import { parseTlogPolicy } from '../../../src/core/tlog/parse-tlog-policy.js';
import { parseVerifierKey } from '../../../src/core/tlog/verifier-key.js';
import { verifyTlogProof } from '../../../src/core/tlog/verify-tlog-proof.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { testClock } from '../../support/test-clock.js';
import { testKeyring } from '../../support/test-log.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { appendAny, memoryMark, openScenarioLog } from './log-scenario.js';

const stores: OpenStore[] = [];

async function newStore(): Promise<OpenStore> {
  const store = await openTestStore();
  stores.push(store);
  return store;
}

afterAll(async () => {
  for (const store of stores) await store.close();
});

function signedBytes(note: string): Uint8Array {
  return new TextEncoder().encode(note);
}

function testKeys() {
  return testKeyring()
    .held()
    .map((vkey) => {
      const read = parseVerifierKey(vkey, nodeSha256);
      if (!read.ok) throw new Error(read.problem.message);
      return read.key;
    });
}

/** The root of the first leaves, from the bytes of the leaves alone. */
async function rootOfLeaves(store: OpenStore, size: number): Promise<Uint8Array> {
  const entries = await store.log.byIndex(0n, size);
  const hashes = entries.map(({ leaf }) => leafHash(leaf, nodeSha256));
  return rootOf(appendLeafHashes(EMPTY_FRONTIER, hashes, nodeSha256), nodeSha256);
}

describe('a log that begins', () => {
  it('has its own key as first leaf, under a checkpoint that this key signed', async () => {
    const store = await newStore();
    const log = await openScenarioLog(store);
    expect(log.trouble()).toBeUndefined();
    const [first] = await store.log.byIndex(0n, 10);
    expect(parseLeaf(first?.leaf ?? new Uint8Array())).toMatchObject({
      ok: true,
      leaf: { kind: 'key', action: 'add', role: 'log', origin: log.origin, vkey: log.keys.held()[0] },
    });
    const latest = await store.logTree.latest();
    const opened = openCheckpoint(signedBytes(latest?.note ?? ''), testKeys(), verifyEd25519);
    expect(opened).toMatchObject({ ok: true, checkpoint: { origin: log.origin, size: 1 } });
  });

  it('begins once, however often and by however many servers it is opened', async () => {
    const store = await newStore();
    await Promise.all([openScenarioLog(store), openScenarioLog(store), openScenarioLog(store)]);
    await openScenarioLog(store);
    expect(await store.log.size()).toBe(1n);
  });
});

describe('a transition', () => {
  it('is acknowledged only when its leaves are provable', async () => {
    const store = await newStore();
    const log = await openScenarioLog(store);
    const policy = parseTlogPolicy(signedBytes(`log ${log.keys.held()[0] ?? ''}\nquorum none\n`), nodeSha256);
    if (!policy.ok) throw new Error(policy.problem.message);
    const registry = makeTestRegistry(store, { log });
    for (const count of [1, 2, 300, 5]) {
      const [entry] = await log.sequence((inside, at) => appendAny(inside, at, count));
      if (entry === undefined) throw new Error('Nothing was appended.');
      const [file] = await proveLeaves(registry, await latestCheckpoint(registry), [entry]);
      const proof = parseTlogProof(signedBytes(String(file)));
      if (!proof.ok) throw new Error(proof.problem.message);
      expect(proof.proof.extra).toEqual(entry.leaf);
      expect(
        verifyTlogProof(proof.proof, entry.leafHash, policy.policy, nodeSha256, verifyEd25519),
      ).toMatchObject({ ok: true });
    }
  });

  it('that throws leaves nothing behind, and takes none of those beside it with it', async () => {
    const store = await newStore();
    const log = await openScenarioLog(store);
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) =>
        log.sequence(async (inside, at) => {
          const entries = await appendAny(inside, at);
          if (index % 3 === 1) throw new Error('changed my mind');
          return entries.map((entry) => Number(entry.index));
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 9 }, (_, index) => (index % 3 === 1 ? 'rejected' : 'fulfilled')),
    );
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    expect(given).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await store.log.size()).toBe(7n);
  });

  it('sees what those before it did, and gives its leaves the time of the log, which never runs back', async () => {
    const store = await newStore();
    const clock = testClock();
    const log = await openScenarioLog(store, { clock: clock.now });
    const before = await log.sequence(async (inside, at) => {
      await appendAny(inside, at);
      return at;
    });
    clock.advance({ hours: -5 });
    const [sizes, times] = await Promise.all([
      Promise.all(
        [1, 2, 3].map(() =>
          log.sequence(async (inside, at) => {
            await appendAny(inside, at);
            return inside.log.size();
          }),
        ),
      ),
      log.sequence((_inside, at) => Promise.resolve(at)),
    ]);
    expect(sizes).toEqual([3n, 4n, 5n]);
    expect(times).toEqual(before);
  });

  it('is taken from two servers at once in one order, with every checkpoint the beginning of the next', async () => {
    const store = await newStore();
    const [one, two] = [await openScenarioLog(store), await openScenarioLog(store)];
    await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        (index % 2 === 0 ? one : two).sequence((inside, at) => appendAny(inside, at)),
      ),
    );
    const size = Number(await store.log.size());
    expect(size).toBe(65);
    let earlier: { size: number; root: Uint8Array } | undefined;
    for (let at = 1; at <= size; at += 1) {
      const checkpoint = await store.logTree.bySize(at);
      if (checkpoint === undefined) continue;
      expect(checkpoint.root).toEqual(await rootOfLeaves(store, at));
      if (earlier !== undefined) {
        const proof = await proveConsistency(store.logTree, earlier.size, at, nodeSha256);
        const claim = {
          oldSize: earlier.size,
          oldRoot: earlier.root,
          newSize: at,
          newRoot: checkpoint.root,
          proof,
        };
        expect(verifyConsistency(claim, nodeSha256)).toEqual({ ok: true });
      }
      earlier = checkpoint;
    }
    expect(earlier?.size).toBe(size);
  });
});

describe('a log with something wrong', () => {
  it('is not written to when it is shorter than what was published, and gives no answers', async () => {
    const mark = memoryMark();
    const other = await openScenarioLog(await newStore(), { mark });
    await other.sequence((inside, at) => appendAny(inside, at, 3));
    await other.close();

    const log = await openScenarioLog(await newStore(), { mark });
    expect(log.trouble()).toBe('behind');
    await expect(log.sequence(() => Promise.resolve())).rejects.toMatchObject({ trouble: 'behind' });
    expect(() => {
      log.assertWhole();
    }).toThrow(LogReadOnly);
  });

  it('is not written to when what was published has another root', async () => {
    const mark = memoryMark();
    const [one, two] = [await newStore(), await newStore()];
    const published = await openScenarioLog(one, { mark });
    await published.sequence((inside, at) => appendAny(inside, at, 3));
    await published.close();
    const fork = await openScenarioLog(two);
    await fork.sequence((inside, at) => appendAny(inside, at, 5));

    const log = await openScenarioLog(two, { mark });
    expect(log.trouble()).toBe('forked');
    expect(() => {
      log.assertWhole();
    }).toThrow(LogReadOnly);
    expect(await store2Size(two)).toBe(6);
  });

  async function store2Size(store: OpenStore): Promise<number | undefined> {
    return (await store.logTree.latest())?.size;
  }

  it('is never signed by a key that it does not name', async () => {
    const store = await newStore();
    await openScenarioLog(store);
    const log = await openScenarioLog(store, { keys: testKeyring(undefined, 8) });
    expect(log.trouble()).toBe('other-key');
    await expect(log.sequence((inside, at) => appendAny(inside, at))).rejects.toThrow(LogReadOnly);
    expect(await store.log.size()).toBe(1n);
  });

  it('is never signed again once its database has become shorter under a running server', async () => {
    const store = await newStore();
    const log = await openScenarioLog(store);
    await log.sequence((inside, at) => appendAny(inside, at, 4));
    await store.dataSource.query('ALTER TABLE log_checkpoints DISABLE TRIGGER USER');
    await store.dataSource.query('DELETE FROM log_checkpoints WHERE size > 1');
    await expect(log.sequence((inside, at) => appendAny(inside, at))).rejects.toMatchObject({
      trouble: 'behind',
    });
    expect((await store.logTree.latest())?.size).toBe(1);
    expect(log.trouble()).toBe('behind');
  });

  it('is never signed over leaves that no longer hash to what they did', async () => {
    const store = await newStore();
    const log = await openScenarioLog(store);
    await expect(
      log.sequence(async (inside, at) => {
        const [entry] = await appendAny(inside, at);
        await inside.log.append(
          [
            {
              kind: 'receipt',
              keys: [],
              leaf: new Uint8Array([1]),
              leafHash: entry?.leaf.slice(0, 32) ?? new Uint8Array(32),
            },
          ],
          at,
        );
      }),
    ).rejects.toMatchObject({ trouble: 'forked' });
    expect((await store.logTree.latest())?.size).toBe(1);
  });

  it('takes nothing more once its journal has failed to sync, and says so to everybody who waited', async () => {
    const store = await newStore();
    let failing = false;
    let size = 0;
    const journal = {
      get size() {
        return size;
      },
      append: (leaves: readonly Uint8Array[]) => {
        if (failing) return Promise.reject(new WritingStopped({ cause: new Error('EIO') }));
        size += leaves.length;
        return Promise.resolve();
      },
      read: async function* () {
        // Never read in this scenario.
      },
    };
    const log = await openScenarioLog(store, { journal });
    failing = true;
    const waiting = [1, 2, 3].map(() => log.sequence((inside, at) => appendAny(inside, at)));
    for (const result of await Promise.allSettled(waiting)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { trouble: 'stopped' } });
    }
    failing = false;
    await expect(log.sequence((inside, at) => appendAny(inside, at))).rejects.toMatchObject({
      trouble: 'stopped',
    });
    expect(() => {
      log.assertWhole();
    }).not.toThrow();
    expect((await store.logTree.latest())?.size).toBe(1);
  });
});

describe('a log that was left between commit and signature', () => {
  it('is brought up to its end when it is opened again', async () => {
    const store = await newStore();
    await openScenarioLog(store);
    await store.transact((inside) => appendAny(inside, new Date('2026-11-22T12:00:00.000Z'), 700));
    expect((await store.logTree.latest())?.size).toBe(1);
    await openScenarioLog(store);
    const latest = await store.logTree.latest();
    expect(latest).toMatchObject({ size: 701, root: await rootOfLeaves(store, 701) });
  });
});
