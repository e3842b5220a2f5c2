import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyCosignature } from '../../../src/core/tlog/cosignature.js';
import { parseTlogPolicy } from '../../../src/core/tlog/parse-tlog-policy.js';
import { parseSignedNote } from '../../../src/core/tlog/signed-note.js';
import { parseTlogProof } from '../../../src/core/tlog/tlog-proof.js';
import { verifyNote } from '../../../src/core/tlog/verify-note.js';
import { verifyTlogProof } from '../../../src/core/tlog/verify-tlog-proof.js';
import { verifyEd25519 as verifyByNode } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { verifyEd25519 } from '../../../src/web/verification/noble-ed25519.js';
import { bytesOf } from '../../core/merkle/merkle-vectors.js';
import { NOTE_VECTORS } from '../../core/tlog/note-vectors.js';
import { utf8 } from '../../core/tlog/octets.js';
import { RFC8032_VECTORS } from '../../core/tlog/rfc8032-vectors.js';
import { trustedKeys } from '../../core/tlog/trusted-keys.js';
import { readVectors } from '../../core/url/vector-file.js';
import { keyNamed } from '../../support/key-named.js';

interface ProofVectors {
  readonly verified: readonly ProofCase[];
  readonly refusedByPolicy: readonly (ProofCase & { readonly code: string })[];
}

interface ProofCase {
  readonly proof: string;
  readonly policy: string;
  readonly leafHash: string;
  readonly reason: string;
}

interface CosignatureVectors {
  readonly vkey: string;
  readonly refused: readonly {
    readonly text: string;
    readonly signature: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

const PROOFS = readVectors('tlog-proof.v1.json') as ProofVectors;
const COSIGNATURES = readVectors('cosignature.v1.json') as CosignatureVectors;

function checkProof({ proof, policy, leafHash }: ProofCase) {
  const trusted = parseTlogPolicy(utf8(policy), nodeSha256);
  const parsed = parseTlogProof(utf8(proof));
  if (!trusted.ok || !parsed.ok) throw new Error('The vector cannot be read.');
  return verifyTlogProof(parsed.proof, bytesOf(leafHash), trusted.policy, nodeSha256, verifyEd25519);
}

describe('Ed25519 of the browser', () => {
  it.each(RFC8032_VECTORS)('verifies test $test of RFC 8032', ({ publicKey, message, signature }) => {
    const [key, text, made] = [publicKey, message, signature].map((hex) => fromHex(hex));
    expect(verifyEd25519(key ?? NOTHING, text ?? NOTHING, made ?? NOTHING)).toBe(true);
  });

  it.each(NOTE_VECTORS.verified)('verifies the note: $reason', ({ keys, note, signers }) => {
    const parsed = parseSignedNote(utf8(note));
    const verified = parsed.ok ? verifyNote(parsed.note, trustedKeys(keys), verifyEd25519) : parsed;
    expect(verified.ok && verified.signers.map(({ name }) => name)).toEqual(signers);
  });

  it.each(NOTE_VECTORS.refusedByKeys)('refuses the note as $code: $reason', ({ keys, note, code }) => {
    const parsed = parseSignedNote(utf8(note));
    const verified = parsed.ok && verifyNote(parsed.note, trustedKeys(keys), verifyEd25519);
    expect(verified).toMatchObject({ ok: false, problem: { code } });
  });

  it.each(COSIGNATURES.refused)('refuses the cosignature as $code: $reason', ({ text, signature, code }) => {
    const [key] = trustedKeys([COSIGNATURES.vkey]);
    if (key?.kind !== 'cosignature') throw new Error('The key of the vectors is not one for cosignatures.');
    const checked = verifyCosignature(text, bytesOf(signature), key, verifyEd25519);
    expect(checked).toMatchObject({ ok: false, problem: { code } });
  });

  it.each(PROOFS.verified)('verifies the proof: $reason', (one) => {
    expect(checkProof(one)).toMatchObject({ ok: true });
  });

  it.each(PROOFS.refusedByPolicy)('refuses the proof as $code: $reason', (one) => {
    expect(checkProof(one)).toMatchObject({ ok: false, problem: { code: one.code } });
  });

  it('says what Node says of any signature, whole or with one bit changed anywhere', () => {
    const key = keyNamed('browser');
    const bit = fc.option(fc.nat({ max: (32 + 64) * 8 - 1 }), { nil: undefined });
    let refused = 0;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bit, (message, flipped) => {
        const signed = new Uint8Array([...key.publicKey, ...key.sign(message)]);
        if (flipped !== undefined) {
          signed[flipped >> 3] = (signed[flipped >> 3] ?? 0) ^ (1 << (flipped & 7));
        }
        const [publicKey, signature] = [signed.slice(0, 32), signed.slice(32)];
        const isValid = verifyEd25519(publicKey, message, signature);
        expect(isValid).toBe(verifyByNode(publicKey, message, signature));
        expect(isValid).toBe(flipped === undefined);
        refused += isValid ? 0 : 1;
      }),
      { numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(10);
  });

  it('refuses a key of small order, with which anybody can sign, as Node’s does here', () => {
    // The neutral element (0, 1) as key and as R, and S = 0.
    const neutral = new Uint8Array(32).fill(1, 0, 1);
    const signature = new Uint8Array(64).fill(1, 0, 1);
    expect(verifyByNode(neutral, NOTHING, signature)).toBe(false);
    expect(verifyEd25519(neutral, NOTHING, signature)).toBe(false);
  });

  it('never throws, whatever it is given', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(bytes(32), bytes(20), bytes(64), (publicKey, message, signature) => {
        expect(verifyEd25519(publicKey, message, signature)).toBe(false);
      }),
    );
    expect(verifyEd25519(NOTHING, NOTHING, NOTHING)).toBe(false);
  });
});

const NOTHING = new Uint8Array();

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
