import { describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { encodeLeaf } from '../../../src/core/log/leaf.js';
import type { Sha256 } from '../../../src/core/log/sha256.js';
import { LEAF_VECTORS } from './leaf-vectors.js';
import { SHA256_IMPLEMENTATIONS } from './sha256-implementations.js';

/** As the id of a statement is written. */
const hex = (entry: Uint8Array, sha256: Sha256) => bytesToHex(leafHash(entry, sha256));

describe.each(SHA256_IMPLEMENTATIONS)('leaf hashing with %s', (_name, sha256) => {
  it.each(LEAF_VECTORS.hashing)('hashes the entry "$entry" to $hash: $reason', ({ entry, hash }) => {
    expect(hex(Buffer.from(entry, 'hex'), sha256)).toBe(hash);
  });

  it('hashes the largest entry that a tile can carry', () => {
    const { byte, length, hash } = LEAF_VECTORS.largestEntry;
    expect(hex(new Uint8Array(length).fill(parseInt(byte, 16)), sha256)).toBe(hash);
  });

  it('gives a log of the one entry "a" its root', () => {
    const root = leafHash(new TextEncoder().encode('a'), sha256);
    expect(Buffer.from(root).toString('base64')).toBe('Aippeebat6pa5MPl5F9+l3ESp+Y1k4INvsHsc4ok+Tw=');
  });

  it.each(LEAF_VECTORS.leaves)('names a leaf by its hash: $reason', ({ leaf, hash }) => {
    expect(hex(encodeLeaf(leaf), sha256)).toBe(hash);
  });
});
