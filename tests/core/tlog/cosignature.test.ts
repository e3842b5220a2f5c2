import { describe, expect, it } from '@jest/globals';
import { cosign, verifyCosignature } from '../../../src/core/tlog/cosignature.js';
import { formatSignatureLine, parseSignatureLines } from '../../../src/core/tlog/note-signature.js';
import { ed25519Key, verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { bytesOf } from '../merkle/merkle-vectors.js';
import { readVectors } from '../url/vector-file.js';
import { trustedKeys } from './trusted-keys.js';

interface CosignatureVectors {
  readonly vkey: string;
  readonly seed: string;
  readonly cosigned: readonly {
    readonly text: string;
    readonly time: string;
    readonly line: string;
    readonly reason: string;
  }[];
  readonly refused: readonly {
    readonly text: string;
    readonly signature: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

const VECTORS = readVectors('cosignature.v1.json') as CosignatureVectors;
const key = trustedKeys([VECTORS.vkey]).find((one) => one.kind === 'cosignature');
if (key === undefined) throw new Error('The key of the vectors is not one for cosignatures.');
const cosigner = { key, sign: ed25519Key(bytesOf(VECTORS.seed)).sign };
const CHECKPOINT = VECTORS.cosigned[0]?.text ?? '';

describe('cosignatures', () => {
  it.each(VECTORS.cosigned)('are made: $reason', ({ text, time, line }) => {
    expect(formatSignatureLine(cosign(text, cosigner, BigInt(time)))).toBe(line);
  });

  it.each(VECTORS.cosigned)('verify, and tell their time exactly: $reason', ({ text, time, line }) => {
    const lines = parseSignatureLines(line);
    const [signature] = lines.ok ? lines.signatures : [];
    const checked = verifyCosignature(text, signature?.signature ?? new Uint8Array(), key, verifyEd25519);
    expect(checked).toEqual({ ok: true, time: BigInt(time) });
  });

  it.each(VECTORS.refused)('are refused as $code: $reason', ({ text, signature, code }) => {
    const checked = verifyCosignature(text, bytesOf(signature), key, verifyEd25519);
    expect(checked).toMatchObject({ ok: false, problem: { code } });
  });

  it('are read where they stand in larger memory', () => {
    const { signature } = cosign(CHECKPOINT, cosigner, 1n);
    const within = new Uint8Array(100).fill(0xff);
    within.set(signature, 7);
    const checked = verifyCosignature(CHECKPOINT, within.subarray(7, 79), key, verifyEd25519);
    expect(checked).toEqual({ ok: true, time: 1n });
  });

  it.each([
    [-1n, 'before the first second'],
    [2n ** 63n, 'beyond the last'],
  ])('are not made for the time %d: %s', (time) => {
    expect(() => cosign(CHECKPOINT, cosigner, time)).toThrow(RangeError);
  });

  it('are not made for a text that is no checkpoint', () => {
    expect(() => cosign('A note.\n', cosigner, 1n)).toThrow(RangeError);
  });
});
