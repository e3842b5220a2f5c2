import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import {
  EMPTY_FRONTIER,
  appendLeafHash,
  appendLeafHashes,
  frontierNodes,
  readFrontier,
  rootOf,
} from '../../../src/core/merkle/frontier.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { SHA256_IMPLEMENTATIONS } from '../log/sha256-implementations.js';
import { MERKLE_VECTORS, base64Of } from './merkle-vectors.js';
import { NaiveTree } from './naive-tree.js';

const MOST_LEAVES = 2 ** 53 - 1;
const tree = new NaiveTree();
const leaves = (start: number, end: number): Uint8Array[] =>
  Array.from({ length: end - start }, (_, at) => tree.leafHash(start + at));

describe.each(SHA256_IMPLEMENTATIONS)('the frontier, with %s', (_name, sha256) => {
  it.each(MERKLE_VECTORS.roots)('has the root of $entries: $reason', ({ entries, root }) => {
    const hashes = entries.map((entry) => leafHash(new TextEncoder().encode(entry), sha256));
    expect(base64Of(rootOf(appendLeafHashes(EMPTY_FRONTIER, hashes, sha256), sha256))).toBe(root);
  });

  it.each(MERKLE_VECTORS.counting)('has the root of $size leaves', ({ size, root }) => {
    const hashes = Array.from({ length: size }, (_, index) =>
      leafHash(new TextEncoder().encode(String(index)), sha256),
    );
    expect(base64Of(rootOf(appendLeafHashes(EMPTY_FRONTIER, hashes, sha256), sha256))).toBe(root);
  });
});

describe('the frontier', () => {
  it('equals, leaf by leaf, what the definition says and what a reader of subtrees gives', () => {
    let frontier = EMPTY_FRONTIER;
    for (let size = 1; size <= 300; size += 1) {
      frontier = appendLeafHash(frontier, tree.leafHash(size - 1), nodeSha256);
      expect(readFrontier(size, tree.subtree)).toEqual({ size, hashes: frontier.hashes.map(copy) });
      expect(base64Of(rootOf(frontier, nodeSha256))).toBe(base64Of(tree.mth(0, size)));
    }
  });

  it('is the same however the leaves are divided', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (parts) => {
        let frontier = EMPTY_FRONTIER;
        for (const part of parts) {
          const { size } = frontier;
          frontier = appendLeafHashes(frontier, leaves(size, size + part), nodeSha256);
        }
        expect(frontier).toEqual(appendLeafHashes(EMPTY_FRONTIER, leaves(0, frontier.size), nodeSha256));
      }),
    );
  });

  it('is never changed by appending to it', () => {
    const before = appendLeafHashes(EMPTY_FRONTIER, leaves(0, 7), nodeSha256);
    const hashes = before.hashes.map(copy);
    appendLeafHashes(before, leaves(7, 20), nodeSha256);
    expect(before).toEqual({ size: 7, hashes });
  });

  it('goes on from any size up to the largest', () => {
    const large = new NaiveTree([0, 2 ** 40 - 1, 2 ** 40, MOST_LEAVES - 1]);
    for (const size of [2 ** 32 - 1, 2 ** 32, 2 ** 40 - 1, 2 ** 40, MOST_LEAVES - 1]) {
      const next = appendLeafHash(readFrontier(size, large.subtree), large.leafHash(size), nodeSha256);
      expect(base64Of(rootOf(next, nodeSha256))).toBe(base64Of(large.mth(0, size + 1)));
    }
  });

  it('holds as many hashes as the size has ones, the largest subtree first', () => {
    expect(frontierNodes(0)).toEqual([]);
    expect(frontierNodes(13)).toEqual([
      { level: 3, index: 0 },
      { level: 2, index: 2 },
      { level: 0, index: 12 },
    ]);
    expect(frontierNodes(MOST_LEAVES)).toHaveLength(53);
  });

  it('refuses a leaf beyond the largest size', () => {
    const plain = new NaiveTree([]);
    const full = readFrontier(MOST_LEAVES, plain.subtree);
    expect(() => appendLeafHash(full, plain.leafHash(0), nodeSha256)).toThrow(RangeError);
  });

  it.each([
    ['a hash too few', { size: 3, hashes: leaves(0, 1) }],
    ['a hash too many', { size: 4, hashes: leaves(0, 2) }],
    ['a hash that is none', { size: 1, hashes: [new Uint8Array(31)] }],
    ['a negative size', { size: -1, hashes: [] }],
    ['half a leaf', { size: 0.5, hashes: [] }],
    ['a size that is not exact', { size: 2 ** 53, hashes: leaves(0, 1) }],
  ])('is refused with %s', (_reason, frontier) => {
    expect(() => rootOf(frontier, nodeSha256)).toThrow(RangeError);
    expect(() => appendLeafHash(frontier, tree.leafHash(0), nodeSha256)).toThrow(RangeError);
  });

  it('refuses a leaf hash that is not 32 bytes', () => {
    expect(() => appendLeafHash(EMPTY_FRONTIER, new Uint8Array(33), nodeSha256)).toThrow(RangeError);
  });
});

/** Hashes come as Node's buffers or as plain arrays; only the bytes are compared. */
function copy(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}
