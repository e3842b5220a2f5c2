import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VerifyEd25519 } from '../../../src/core/tlog/ed25519.js';
import { openUnderPolicy } from '../../../src/core/tlog/open-under-policy.js';
import { parseTlogPolicy } from '../../../src/core/tlog/parse-tlog-policy.js';
import type { TlogPolicy } from '../../../src/core/tlog/tlog-policy.js';
import { type TlogProof, formatTlogProof, parseTlogProof } from '../../../src/core/tlog/tlog-proof.js';
import { verifyTlogProof } from '../../../src/core/tlog/verify-tlog-proof.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { SHA256_IMPLEMENTATIONS } from '../log/sha256-implementations.js';
import { base64Of, bytesOf } from '../merkle/merkle-vectors.js';
import { flipBit } from '../merkle/single-bits.js';
import { readVectors } from '../url/vector-file.js';
import { utf8 } from './octets.js';
import { hash32, treeSize } from './tlog-arbitrary.js';

interface ProofVectors {
  readonly verified: readonly {
    readonly proof: string;
    readonly policy: string;
    readonly leafHash: string;
    readonly index: number;
    readonly size: number;
    readonly extra?: string;
    readonly witnesses: readonly (readonly [name: string, time: string])[];
    readonly reason: string;
  }[];
  readonly refusedByPolicy: readonly {
    readonly proof: string;
    readonly policy: string;
    readonly leafHash: string;
    readonly code: string;
    readonly reason: string;
  }[];
  readonly refused: readonly { readonly proof: string; readonly code: string; readonly reason: string }[];
}

const VECTORS = readVectors('tlog-proof.v1.json') as ProofVectors;

function policyOf(file: string): TlogPolicy {
  const parsed = parseTlogPolicy(utf8(file), nodeSha256);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.policy;
}

describe.each(SHA256_IMPLEMENTATIONS)('proofs of logging, with %s', (_name, sha256) => {
  it.each(VECTORS.verified)(
    'verify: $reason',
    ({ proof, policy, leafHash, index, size, extra, witnesses }) => {
      const parsed = parseTlogProof(utf8(proof));
      expect(parsed).toMatchObject({ ok: true, proof: { index } });
      expect(parsed.ok && parsed.proof.extra && base64Of(parsed.proof.extra)).toBe(extra);
      expect(parsed.ok && formatTlogProof(parsed.proof)).toEqual(utf8(proof));
      const verified =
        parsed.ok &&
        verifyTlogProof(parsed.proof, bytesOf(leafHash), policyOf(policy), sha256, verifyEd25519);
      expect(verified).toMatchObject({ ok: true, checkpoint: { size } });
      const times =
        verified && verified.ok && Array.from(verified.witnesses, ([name, time]) => [name, String(time)]);
      expect(times).toEqual(witnesses);
    },
  );

  it.each(VECTORS.refusedByPolicy)('are refused as $code: $reason', ({ proof, policy, leafHash, code }) => {
    const parsed = parseTlogProof(utf8(proof));
    const verified =
      parsed.ok && verifyTlogProof(parsed.proof, bytesOf(leafHash), policyOf(policy), sha256, verifyEd25519);
    expect(verified).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('proofs of logging', () => {
  it.each(VECTORS.refused)('cannot be read, $code: $reason', ({ proof, code }) => {
    expect(parseTlogProof(utf8(proof))).toMatchObject({ ok: false, problem: { code } });
  });

  it('fail after any change of one bit, when every witness is asked for', () => {
    const { proof = '', policy = '', leafHash = '' } = VECTORS.verified[1] ?? {};
    const everyWitness = policyOf(policy.replace(' 2 ', ' all '));
    const leaf = bytesOf(leafHash);
    const bytes = utf8(proof);
    const verify = remembering(verifyEd25519);
    const verifies = (): boolean => {
      const parsed = parseTlogProof(bytes);
      return parsed.ok && verifyTlogProof(parsed.proof, leaf, everyWitness, nodeSha256, verify).ok;
    };
    expect(verifies()).toBe(true);
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      flipBit(bytes, bit);
      if (verifies()) {
        accepted.push(bit);
      }
      flipBit(bytes, bit);
    }
    expect(accepted).toEqual([]);
  });

  it('are read back as they were written', () => {
    const proof = fc.record({
      index: treeSize,
      hashes: fc.array(hash32, { maxLength: 63 }),
      checkpoint: fc.uint8Array({ maxLength: 50 }),
    });
    const extra = fc.option(fc.uint8Array({ minLength: 1, maxLength: 40 }), { nil: undefined });
    fc.assert(
      fc.property(proof, extra, (one, more) => {
        const whole = more === undefined ? one : { ...one, extra: more };
        expect(parseTlogProof(formatTlogProof(whole))).toEqual({ ok: true, proof: whole });
      }),
    );
  });

  it.each<[reason: string, proof: TlogProof]>([
    ['a negative index', { index: -1, hashes: [], checkpoint: new Uint8Array() }],
    ['an index that is not exact', { index: 2 ** 53, hashes: [], checkpoint: new Uint8Array() }],
    ['a hash of 31 bytes', { index: 0, hashes: [new Uint8Array(31)], checkpoint: new Uint8Array() }],
    [
      '64 hashes',
      { index: 0, hashes: Array<Uint8Array>(64).fill(new Uint8Array(32)), checkpoint: new Uint8Array() },
    ],
    [
      'extra data of no bytes',
      { index: 0, hashes: [], checkpoint: new Uint8Array(), extra: new Uint8Array() },
    ],
  ])('are not written with %s', (_reason, proof) => {
    expect(() => formatTlogProof(proof)).toThrow(RangeError);
  });

  it('are not read beyond two million bytes', () => {
    const parsed = parseTlogProof(new Uint8Array(2_000_001));
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });
});

/** Most changes leave most signatures and what they sign as they were. */
function remembering(verify: VerifyEd25519): VerifyEd25519 {
  const known = new Map<string, boolean>();
  return (publicKey, message, signature) => {
    const question = [publicKey, message, signature].map(base64Of).join();
    const answer = known.get(question) ?? verify(publicKey, message, signature);
    known.set(question, answer);
    return answer;
  };
}

describe('a checkpoint under a policy', () => {
  it('counts a witness once, though a policy made by hand names its key twice', () => {
    const { proof = '', policy = '' } = VECTORS.verified[1] ?? {};
    const parsed = parseTlogProof(utf8(proof));
    const { logs, witnesses } = policyOf(policy);
    const [first] = witnesses;
    if (!parsed.ok || first === undefined) throw new Error('The vectors hold no proof with a witness.');
    const twice = {
      logs,
      witnesses: [first, { ...first, name: 'again' }],
      groups: [{ name: 'both', threshold: 2, members: [first.name, 'again'] }],
      quorum: 'both',
    };
    const opened = openUnderPolicy(parsed.proof.checkpoint, twice, verifyEd25519);
    expect(opened).toMatchObject({ ok: false, problem: { code: 'no-quorum' } });
  });
});
