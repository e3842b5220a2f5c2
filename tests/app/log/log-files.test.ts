import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLogFile } from '../../../src/app/log/log-files.js';
import type { RegistryLog } from '../../../src/app/log/registry-log.js';
import { decodeEntryBundle } from '../../../src/core/tlog/entry-bundle.js';
import { tilesForSize } from '../../../src/core/tlog/new-tiles.js';
import { entriesPath, tilePath } from '../../../src/core/tlog/tile-path.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { EMPTY_FRONTIER, appendLeafHashes, rootOf } from '../../../src/core/merkle/frontier.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { openTestStore } from '../../support/test-store.js';
import { appendAny, openScenarioLog } from './log-scenario.js';

const SIZE = 70_000;
const store = await openTestStore();
let log: RegistryLog;

beforeAll(async () => {
  log = await openScenarioLog(store);
  for (let size = 1; size < SIZE; size += 10_000) {
    await log.sequence((inside, at) => appendAny(inside, at, Math.min(10_000, SIZE - size)));
  }
});

afterAll(() => store.close());

describe('the log as files', () => {
  it('has every tile that a tree of its size has, each with the hashes of what lies under it', async () => {
    const leaves = (await store.log.byIndex(0n, SIZE)).map(({ leaf }) => leafHash(leaf, nodeSha256));
    let tiles = 0;
    for (const tile of tilesForSize(SIZE)) {
      const under = 256 ** tile.level;
      const expected = Array.from({ length: tile.width }, (_, offset) => {
        const first = (tile.index * 256 + offset) * under;
        const hashes = leaves.slice(first, first + under);
        return rootOf(appendLeafHashes(EMPTY_FRONTIER, hashes, nodeSha256), nodeSha256);
      });
      const served = await readLogFile(store, tilePath(tile));
      expect(Buffer.from(served ?? []).equals(Buffer.concat(expected))).toBe(true);
      tiles += 1;
    }
    // 273 full and one partial of leaves, one full and one partial above, one partial on top.
    expect(tiles).toBe(277);
  });

  it('has every leaf in its bundles, in order', async () => {
    for (const index of [0, 136, 273]) {
      const width = Math.min(256, SIZE - index * 256);
      const served = await readLogFile(store, entriesPath({ level: 0, index, width }));
      const decoded = decodeEntryBundle(served ?? new Uint8Array(), width);
      const stored = await store.log.byIndex(BigInt(index * 256), width);
      expect(decoded).toEqual({ ok: true, entries: stored.map(({ leaf }) => leaf) });
    }
  });

  it.each([
    ['tile/0/000.p/1', 32, 'a narrower tile of an earlier size stays'],
    ['tile/0/273.p/111', 111 * 32, 'a partial tile at the edge, narrower than it is now'],
    ['tile/1/000.p/7', 7 * 32, 'the same a level up'],
  ])('serves %s with %d bytes: %s', async (path, length) => {
    expect(await readLogFile(store, path)).toHaveLength(length);
  });

  it.each([
    ['tile/0/273', 'the tile is not full yet'],
    ['tile/0/273.p/113', 'one hash more than there is'],
    ['tile/entries/273.p/113', 'one entry more than there is'],
    ['tile/3/000.p/1', 'a level that the tree has not reached'],
    ['tile/0/000.p/256', 'a full tile spelled as a partial one'],
    ['tile/0/0', 'not in groups of three'],
    ['tile/../checkpoint', 'no path of the log'],
    ['', 'nothing'],
  ])('has no file %s: %s', async (path) => {
    expect(await readLogFile(store, path)).toBeUndefined();
  });
});
