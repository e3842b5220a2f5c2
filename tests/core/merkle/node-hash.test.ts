import { describe, expect, it } from '@jest/globals';
import { emptyRoot } from '../../../src/core/merkle/empty-root.js';
import { nodeHash } from '../../../src/core/merkle/node-hash.js';
import { SHA256_IMPLEMENTATIONS } from '../log/sha256-implementations.js';
import { MERKLE_VECTORS, base64Of, bytesOf } from './merkle-vectors.js';

describe.each(SHA256_IMPLEMENTATIONS)('hashing nodes with %s', (_name, sha256) => {
  it.each(MERKLE_VECTORS.nodes)('hashes two nodes: $reason', ({ left, right, hash }) => {
    expect(base64Of(nodeHash(bytesOf(left), bytesOf(right), sha256))).toBe(hash);
  });

  it('gives a tree without leaves the hash of nothing', () => {
    expect(base64Of(emptyRoot(sha256))).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });

  it.each([
    [31, 32],
    [33, 32],
    [32, 0],
    [32, 64],
  ])('refuses children of %i and %i bytes, which could be split in another place', (left, right) => {
    expect(() => nodeHash(new Uint8Array(left), new Uint8Array(right), sha256)).toThrow(RangeError);
  });
});
