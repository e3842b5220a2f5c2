import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VerificationFailed } from '../../src/verifier/verification-failed.js';
import { parseVerifierKey } from '../../src/verifier/verifier-key.js';
import { verifyProof, type ProofOptions } from '../../src/verifier/verify-proof.js';
import { parsePolicy } from '../../src/verifier/witness-policy.js';
import {
  leavesWith,
  type MadeKey,
  makeKey,
  makeProof,
  makeWitness,
  ORIGIN,
  sha256,
  statement,
} from './make-log.js';

const key = makeKey(ORIGIN, 1);
const leaves = leavesWith(key, 21);

function verify(proof: Buffer, keys: readonly MadeKey[] = [key], more: Partial<ProofOptions> = {}) {
  const told: string[] = [];
  const anchors = keys.map(({ vkey }) => parseVerifierKey(vkey));
  const options = { path: 'a.tlog-proof', leaf: undefined, anchors, policy: undefined, ...more };
  const verified = verifyProof(proof, options, (label, text) => {
    told.push(`${label}: ${text}`);
  });
  return { told, verified };
}

function faultOf(...given: Parameters<typeof verify>): VerificationFailed {
  try {
    verify(...given);
  } catch (error) {
    if (error instanceof VerificationFailed) return error;
    throw error;
  }
  throw new Error('It was verified.');
}

describe('A proof', () => {
  it('holds for every leaf of every tree up to size 40', () => {
    for (let size = 1; size <= 40; size += 1) {
      const tree = leavesWith(key, size);
      for (let index = 0; index < size; index += 1) {
        expect(verify(makeProof(tree, index, [key])).verified).toEqual({
          origin: ORIGIN,
          size,
          index,
          isSigned: true,
        });
      }
    }
  });

  it('is told step by step: leaf, hash, each sibling with its side, root, signature', () => {
    const three = leaves.slice(0, 3);
    const { told } = verify(makeProof(three, 1, [key]));
    const [a, b, c] = three.map((leaf) => sha256(Buffer.of(0), leaf)) as [Buffer, Buffer, Buffer];
    const left = sha256(Buffer.of(1), a, b);
    const root = sha256(Buffer.of(1), left, c);
    expect(told).toEqual([
      `Leaf: ${three[1]?.toString() ?? ''}`,
      `: ${three[1]?.length ?? 0} bytes, from the extra line of the proof`,
      'Place: leaf 1 of 3',
      `Leaf hash: ${b.toString('base64')} = SHA-256(00 ‖ leaf)`,
      `Step 1: left sibling ${a.toString('base64')}`,
      `: gives ${left.toString('base64')} = SHA-256(01 ‖ sibling ‖ hash)`,
      `Step 2: right sibling ${c.toString('base64')}`,
      `: gives ${root.toString('base64')} = SHA-256(01 ‖ hash ‖ sibling)`,
      `Root: ${root.toString('base64')}, as the checkpoint says`,
      `Log: ${ORIGIN}`,
      `Signature: valid, by ${key.vkey.slice(0, key.vkey.lastIndexOf('+'))}: Ed25519 over the lines of the checkpoint`,
    ]);
  });

  it('takes the leaf that is given before the one that it brings itself', () => {
    const proof = makeProof(leaves, 4, [key], statement(99));
    expect(verify(proof, [key], { leaf: leaves[4] }).verified.isSigned).toBe(true);
    expect(faultOf(proof).code).toBe('wrong-root');
  });

  it('without a key is shown to be signed by nobody', () => {
    const { told, verified } = verify(makeProof(leaves, 4, [key]), []);
    expect(verified.isSigned).toBe(false);
    expect(told.at(-1)).toMatch(/^Signature: NOT CHECKED/);
  });

  it.each([
    ['bad-proof', 'of no leaf', makeProof(leaves, 4, [key], undefined).subarray(0), [key], 'none'],
    [
      'other-log',
      'with the key of another log',
      makeProof(leaves, 4, [key]),
      [makeKey('other.example', 1)],
      '',
    ],
    [
      'unknown-signer',
      'with another key of that name',
      makeProof(leaves, 4, [key]),
      [makeKey(ORIGIN, 2)],
      '',
    ],
  ])('is refused as %s %s', (code, _what, proof, keys, without) => {
    const bytes = without === '' ? proof : Buffer.from(proof.toString().replace(/^extra .*\n/m, ''));
    expect(faultOf(bytes, keys).code).toBe(code);
  });

  it('is refused when the leaf is longer than any log takes', () => {
    expect(faultOf(makeProof(leaves, 4, [key]), [key], { leaf: Buffer.alloc(65_536) }).code).toBe(
      'bad-proof',
    );
  });

  it('is refused with any one bit of it changed', () => {
    const proof = makeProof(leaves, 13, [key]);
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(proof);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        expect(faultOf(changed).code).toBeDefined();
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused with a hash left out, added or moved', () => {
    const lines = makeProof(leaves, 13, [key]).toString().split('\n');
    const first = 3;
    const moved = lines.with(first, lines[first + 1] ?? '').with(first + 1, lines[first] ?? '');
    const codes = [lines.toSpliced(first, 1), lines.toSpliced(first, 0, lines[first] ?? ''), moved].map(
      (changed) => faultOf(Buffer.from(changed.join('\n'))).code,
    );
    expect(codes).toEqual(['bad-proof', 'bad-proof', 'wrong-root']);
  });

  it('is refused without the cosignature that a policy asks for', () => {
    const witness = makeWitness('witness.example/w1', 11);
    const policy = parsePolicy(Buffer.from(`witness A ${witness.vkey}\nquorum A\n`), 'policy');
    expect(faultOf(makeProof(leaves, 4, [key]), [key], { policy }).code).toBe('quorum-not-reached');
    expect(verify(makeProof(leaves, 4, [key, witness]), [key], { policy }).told.at(-1)).toBe(
      'Policy: asks for A, which is reached',
    );
  });

  it('shows the whole leaf, however long', () => {
    const long = Buffer.alloc(65_535, 'a');
    expect(verify(makeProof([long], 0, [key])).told[0]).toBe(`Leaf: ${long.toString()}`);
  });

  it('cannot steer the terminal by its leaf', () => {
    const hostile = Buffer.from('\u001b[2J\u202e\u009b1m{"kind":"claim"}');
    const { told } = verify(makeProof([hostile], 0, [key]));
    expect(told[0]).toBe('Leaf: \ufffd[2J\ufffd\ufffd1m{"kind":"claim"}');
  });
});
