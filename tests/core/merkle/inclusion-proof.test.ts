import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { inclusionProof, inclusionProofNodes } from '../../../src/core/merkle/inclusion-proof.js';
import { type InclusionClaim, verifyInclusion } from '../../../src/core/merkle/verify-inclusion.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { SHA256_IMPLEMENTATIONS } from '../log/sha256-implementations.js';
import { MERKLE_VECTORS, base64Of, bytesOf } from './merkle-vectors.js';
import { NaiveTree } from './naive-tree.js';
import { inclusionShape } from './proof-shape.js';
import { SMALL_SIZES, acceptedFlips, flipBit, numbersOneBitFrom } from './single-bits.js';

const tree = new NaiveTree();

/** A true claim whose hashes may be changed. */
function claimOf(from: NaiveTree, index: number, size: number): InclusionClaim {
  return {
    leafHash: from.leafHash(index),
    index,
    size,
    root: Uint8Array.from(from.mth(0, size)),
    proof: inclusionProof(index, size, from.subtree, nodeSha256).map((hash) => Uint8Array.from(hash)),
  };
}

describe.each(SHA256_IMPLEMENTATIONS)('inclusion proofs, with %s', (_name, sha256) => {
  it('are those of the vectors, and verify', () => {
    for (const { index, size, proof } of MERKLE_VECTORS.inclusion) {
      const counting = new NaiveTree();
      const made = inclusionProof(index, size, counting.subtree, sha256);
      expect(made.map(base64Of)).toEqual(proof);
      const leaf = leafHash(new TextEncoder().encode(String(index)), sha256);
      const claim = { leafHash: leaf, index, size, root: counting.mth(0, size), proof: proof.map(bytesOf) };
      expect(verifyInclusion(claim, sha256)).toEqual({ ok: true });
    }
  });

  it.each(MERKLE_VECTORS.refusedInclusion)('are refused as $code: $reason', (one) => {
    const { leafHash: leaf, index, size, root, proof, code } = one;
    const claim = { leafHash: bytesOf(leaf), index, size, root: bytesOf(root), proof: proof.map(bytesOf) };
    expect(verifyInclusion(claim, sha256)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('inclusion proofs', () => {
  it('equal the definition and verify, for every leaf of every tree of up to 300 leaves', () => {
    for (let size = 1; size <= 300; size += 1) {
      const root = tree.mth(0, size);
      const wrong = [];
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, tree.subtree, nodeSha256);
        const defined = tree.path(index, 0, size);
        const same = proof.length === defined.length && proof.every((hash, at) => isSame(hash, defined[at]));
        const claim = { leafHash: tree.leafHash(index), index, size, root, proof };
        if (!same || !verifyInclusion(claim, nodeSha256).ok) {
          wrong.push(index);
        }
      }
      expect({ size, wrong }).toEqual({ size, wrong: [] });
    }
  });

  it.each(SMALL_SIZES)(
    'fail after any change of one bit in leaf hash, root or proof, in a tree of %i leaves',
    (size) => {
      for (let index = 0; index < size; index += 1) {
        const claim = claimOf(tree, index, size);
        const { leafHash: leaf, root, proof } = claim;
        const accepted = acceptedFlips([leaf, root, ...proof], () => verifyInclusion(claim, nodeSha256).ok);
        expect({ size, index, accepted }).toEqual({ size, index, accepted: [] });
      }
    },
  );

  it('fail after any change of one bit in the index, up to 33 leaves', () => {
    for (const size of SMALL_SIZES) {
      for (let index = 0; index < size; index += 1) {
        const claim = claimOf(tree, index, size);
        const accepted = numbersOneBitFrom(index).filter(
          (other) => verifyInclusion({ ...claim, index: other }, nodeSha256).ok,
        );
        expect({ size, index, accepted }).toEqual({ size, index, accepted: [] });
      }
    }
  });

  it('fail after a change of one bit in the size, unless a tree of that size has the same way to the leaf', () => {
    const wrong: unknown[] = [];
    let refused = 0;
    for (const size of SMALL_SIZES) {
      for (let index = 0; index < size; index += 1) {
        const claim = claimOf(tree, index, size);
        const shape = inclusionShape(index, size);
        for (const other of numbersOneBitFrom(size)) {
          const { ok } = verifyInclusion({ ...claim, size: other }, nodeSha256);
          const cannotBeTold = index < other && inclusionShape(index, other) === shape;
          if (ok !== cannotBeTold) {
            wrong.push({ size, index, other, ok });
          }
          refused += ok ? 0 : 1;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(25_000);
  });

  it('fail after a change of one random bit, in trees of up to 2^20 leaves and near 2^40 and 2^53', () => {
    const size = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 34, max: 2 ** 20 }) },
      { weight: 1, arbitrary: fc.integer({ min: 2 ** 40 - 50, max: 2 ** 40 + 50 }) },
      { weight: 1, arbitrary: fc.integer({ min: 2 ** 53 - 50, max: 2 ** 53 - 1 }) },
    );
    const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(size, place, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (leaves, at, bits) => {
        const index = Math.floor(at * leaves);
        const claim = claimOf(treeAround(index, leaves), index, leaves);
        const defined = treeAround(index, leaves).path(index, 0, leaves);
        expect(claim.proof.map(base64Of)).toEqual(defined.map(base64Of));
        expect(verifyInclusion(claim, nodeSha256)).toEqual({ ok: true });
        const hashes = [claim.leafHash, claim.root, ...claim.proof];
        for (const bit of bits) {
          const hash = hashes[bit % hashes.length] ?? claim.root;
          const bitOfHash = Math.floor(bit / hashes.length) % 256;
          flipBit(hash, bitOfHash);
          expect(verifyInclusion(claim, nodeSha256).ok).toBe(false);
          flipBit(hash, bitOfHash);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('need no more than the nodes that are named, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(), (size, at) => {
        const index = at % size;
        const asked: string[] = [];
        inclusionProof(
          index,
          size,
          (level, node) => (asked.push(`${level}/${node}`), tree.leafHash(0)),
          nodeSha256,
        );
        expect(asked).toEqual(
          inclusionProofNodes(index, size).map(({ level, index: node }) => `${level}/${node}`),
        );
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it.each([
    [0, 0, 'an empty tree'],
    [7, 7, 'a leaf beyond the end'],
    [-1, 7, 'a negative index'],
    [0.5, 7, 'half a leaf'],
    [0, 2 ** 53, 'a size that is not exact'],
    [NaN, 7, 'no number'],
  ])('are not made for leaf %d of %d: %s', (index, size) => {
    expect(() => inclusionProof(index, size, tree.subtree, nodeSha256)).toThrow(RangeError);
    expect(() => inclusionProofNodes(index, size)).toThrow(RangeError);
  });

  it('are judged, not thrown at, whatever they hold', () => {
    const bytes = fc.uint8Array({ minLength: 30, maxLength: 34 });
    const number = fc.oneof(fc.double(), fc.integer(), fc.constant(2 ** 53));
    fc.assert(
      fc.property(
        bytes,
        bytes,
        fc.array(bytes, { maxLength: 80 }),
        number,
        number,
        (leaf, root, proof, index, size) => {
          const check = verifyInclusion({ leafHash: leaf, index, size, root, proof }, nodeSha256);
          expect(check.ok).toBe(index === 0 && size === 1 && proof.length === 0 && isRoot(leaf, root));
        },
      ),
    );
  });
});

/** A tree in which the leaf, its neighbours and the last leaves differ from all others. */
function treeAround(index: number, size: number): NaiveTree {
  return new NaiveTree([index - 2, index - 1, index, index + 1, size - 2, size - 1]);
}

function isRoot(leaf: Uint8Array, root: Uint8Array): boolean {
  return leaf.length === 32 && isSame(leaf, root);
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}
