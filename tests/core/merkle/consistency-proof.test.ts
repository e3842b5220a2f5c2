import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consistencyProof, consistencyProofNodes } from '../../../src/core/merkle/consistency-proof.js';
import { emptyRoot } from '../../../src/core/merkle/empty-root.js';
import { type ConsistencyClaim, verifyConsistency } from '../../../src/core/merkle/verify-consistency.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { SHA256_IMPLEMENTATIONS } from '../log/sha256-implementations.js';
import { MERKLE_VECTORS, base64Of, bytesOf } from './merkle-vectors.js';
import { NaiveTree } from './naive-tree.js';
import { consistencyShape } from './proof-shape.js';
import { SMALL_SIZES, acceptedFlips, flipBit, numbersOneBitFrom } from './single-bits.js';

const tree = new NaiveTree();

/** A true claim whose hashes may be changed. */
function claimOf(from: NaiveTree, oldSize: number, newSize: number): ConsistencyClaim {
  return {
    oldSize,
    oldRoot: Uint8Array.from(from.mth(0, oldSize)),
    newSize,
    newRoot: Uint8Array.from(from.mth(0, newSize)),
    proof: consistencyProof(oldSize, newSize, from.subtree, nodeSha256).map((hash) => Uint8Array.from(hash)),
  };
}

describe.each(SHA256_IMPLEMENTATIONS)('consistency proofs, with %s', (_name, sha256) => {
  it('are those of the vectors, and verify', () => {
    for (const { oldSize, newSize, proof } of MERKLE_VECTORS.consistency) {
      const counting = new NaiveTree();
      expect(consistencyProof(oldSize, newSize, counting.subtree, sha256).map(base64Of)).toEqual(proof);
      const roots = { oldRoot: counting.mth(0, oldSize), newRoot: counting.mth(0, newSize) };
      const claim = { oldSize, newSize, ...roots, proof: proof.map(bytesOf) };
      expect(verifyConsistency(claim, sha256)).toEqual({ ok: true });
    }
  });

  it.each(MERKLE_VECTORS.refusedConsistency)('are refused as $code: $reason', (one) => {
    const { oldSize, newSize, oldRoot, newRoot, proof, code } = one;
    const roots = { oldRoot: bytesOf(oldRoot), newRoot: bytesOf(newRoot) };
    const claim = { oldSize, newSize, ...roots, proof: proof.map(bytesOf) };
    expect(verifyConsistency(claim, sha256)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('consistency proofs', () => {
  it('equal the definition and verify, between all trees of up to 300 leaves', () => {
    for (let newSize = 1; newSize <= 300; newSize += 1) {
      const newRoot = tree.mth(0, newSize);
      const wrong = [];
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(oldSize, newSize, tree.subtree, nodeSha256);
        const defined = tree.proof(oldSize, newSize);
        const same = proof.length === defined.length && proof.every((hash, at) => isSame(hash, defined[at]));
        const claim = { oldSize, oldRoot: tree.mth(0, oldSize), newSize, newRoot, proof };
        if (!same || !verifyConsistency(claim, nodeSha256).ok) {
          wrong.push(oldSize);
        }
      }
      expect({ newSize, wrong }).toEqual({ newSize, wrong: [] });
    }
  });

  it.each(SMALL_SIZES)(
    'fail after any change of one bit in a root or the proof, in a tree of %i leaves',
    (newSize) => {
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const claim = claimOf(tree, oldSize, newSize);
        const { oldRoot, newRoot, proof } = claim;
        const accepted = acceptedFlips(
          [oldRoot, newRoot, ...proof],
          () => verifyConsistency(claim, nodeSha256).ok,
        );
        expect({ oldSize, newSize, accepted }).toEqual({ oldSize, newSize, accepted: [] });
      }
    },
  );

  it('fail after any change of one bit in the old size, up to 33 leaves', () => {
    for (const newSize of SMALL_SIZES) {
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const claim = claimOf(tree, oldSize, newSize);
        const accepted = numbersOneBitFrom(oldSize).filter(
          (other) => verifyConsistency({ ...claim, oldSize: other }, nodeSha256).ok,
        );
        expect({ oldSize, newSize, accepted }).toEqual({ oldSize, newSize, accepted: [] });
      }
    }
  });

  it('fail after a change of one bit in the new size, unless a tree of that size has the same proof', () => {
    const wrong: unknown[] = [];
    let refused = 0;
    for (const newSize of SMALL_SIZES) {
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const claim = claimOf(tree, oldSize, newSize);
        const shape = consistencyShape(oldSize, newSize);
        for (const other of numbersOneBitFrom(newSize)) {
          const { ok } = verifyConsistency({ ...claim, newSize: other }, nodeSha256);
          const cannotBeTold = oldSize <= other && consistencyShape(oldSize, other) === shape;
          if (ok !== cannotBeTold) {
            wrong.push({ oldSize, newSize, other, ok });
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
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, place, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (newSize, at, bits) => {
        const oldSize = Math.max(1, Math.floor(at * newSize));
        const sparse = new NaiveTree([
          oldSize - 2,
          oldSize - 1,
          oldSize,
          oldSize + 1,
          newSize - 2,
          newSize - 1,
        ]);
        const claim = claimOf(sparse, oldSize, newSize);
        expect(claim.proof.map(base64Of)).toEqual(sparse.proof(oldSize, newSize).map(base64Of));
        expect(verifyConsistency(claim, nodeSha256)).toEqual({ ok: true });
        const hashes = [claim.oldRoot, claim.newRoot, ...claim.proof];
        for (const bit of bits) {
          const hash = hashes[bit % hashes.length] ?? claim.newRoot;
          const bitOfHash = Math.floor(bit / hashes.length) % 256;
          flipBit(hash, bitOfHash);
          expect(verifyConsistency(claim, nodeSha256).ok).toBe(false);
          flipBit(hash, bitOfHash);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('from an empty tree are empty, and show nothing about the new one', () => {
    expect(consistencyProof(0, 33, tree.subtree, nodeSha256)).toEqual([]);
    const claim = {
      oldSize: 0,
      oldRoot: emptyRoot(nodeSha256),
      newSize: 33,
      newRoot: new Uint8Array(32),
      proof: [],
    };
    expect(verifyConsistency(claim, nodeSha256)).toEqual({ ok: true });
  });

  it('need no more than the nodes that are named, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(), (newSize, at) => {
        const oldSize = at % (newSize + 1);
        const asked: string[] = [];
        consistencyProof(
          oldSize,
          newSize,
          (level, node) => (asked.push(`${level}/${node}`), tree.leafHash(0)),
          nodeSha256,
        );
        const named = consistencyProofNodes(oldSize, newSize).map(({ level, index }) => `${level}/${index}`);
        expect(asked).toEqual(named);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it.each([
    [8, 7, 'a tree that shrinks'],
    [-1, 7, 'a negative size'],
    [0, -7, 'a negative new size'],
    [0.5, 7, 'half a leaf'],
    [1, 2 ** 53, 'a size that is not exact'],
  ])('are not made from %d to %d: %s', (oldSize, newSize) => {
    expect(() => consistencyProof(oldSize, newSize, tree.subtree, nodeSha256)).toThrow(RangeError);
    expect(() => consistencyProofNodes(oldSize, newSize)).toThrow(RangeError);
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
        (a, b, proof, from, to) => {
          const claim = { oldSize: from, oldRoot: a, newSize: to, newRoot: b, proof };
          const { ok } = verifyConsistency(claim, nodeSha256);
          expect(ok).toBe(
            Number.isSafeInteger(from) && from > 0 && from === to && proof.length === 0 && isRoot(a, b),
          );
        },
      ),
    );
  });
});

function isRoot(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === 32 && isSame(a, b);
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}
