import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCheckpoint, parseCheckpoint } from '../../../src/core/tlog/checkpoint.js';
import { openCheckpoint } from '../../../src/core/tlog/open-checkpoint.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { bytesOf } from '../merkle/merkle-vectors.js';
import { flipBit } from '../merkle/single-bits.js';
import { readVectors } from '../url/vector-file.js';
import { utf8 } from './octets.js';
import { hash32, noteLine, treeSize } from './tlog-arbitrary.js';
import { trustedKeys } from './trusted-keys.js';

interface CheckpointVectors {
  readonly texts: readonly {
    readonly text: string;
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly extensions: readonly string[];
    readonly reason: string;
  }[];
  readonly refused: readonly { readonly text: string; readonly code: string; readonly reason: string }[];
  readonly notes: readonly {
    readonly keys: readonly string[];
    readonly note: string;
    readonly origin?: string;
    readonly code?: string;
    readonly reason: string;
  }[];
}

const VECTORS = readVectors('checkpoint.v1.json') as CheckpointVectors;
const ROOT = new Uint8Array(32);

describe('checkpoints', () => {
  it.each(VECTORS.texts)('are read and written: $reason', ({ text, origin, size, root, extensions }) => {
    const checkpoint = { origin, size, root: bytesOf(root), extensions };
    expect(parseCheckpoint(text)).toEqual({ ok: true, checkpoint });
    expect(formatCheckpoint(checkpoint)).toBe(text);
  });

  it.each(VECTORS.refused)('are refused as $code: $reason', ({ text, code }) => {
    expect(parseCheckpoint(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it.each(VECTORS.notes)('are opened, or not: $reason', ({ keys, note, origin, code }) => {
    const opened = openCheckpoint(utf8(note), trustedKeys(keys), verifyEd25519);
    expect(opened).toMatchObject(
      code === undefined
        ? { ok: true, checkpoint: { origin }, logKey: { name: origin } }
        : { ok: false, problem: { code } },
    );
  });

  it('are read back as they were written', () => {
    const checkpoint = fc.record({
      origin: noteLine,
      size: treeSize,
      root: hash32,
      extensions: fc.array(noteLine, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(checkpoint, (one) => {
        expect(parseCheckpoint(formatCheckpoint(one))).toEqual({ ok: true, checkpoint: one });
      }),
    );
  });

  it.each([
    ['no origin', { origin: '', size: 1, root: ROOT, extensions: [] }],
    ['an origin of two lines', { origin: 'a\nb', size: 1, root: ROOT, extensions: [] }],
    ['an origin that brings a size of its own', { origin: 'a\n7', size: 1, root: ROOT, extensions: [] }],
    ['a negative size', { origin: 'a', size: -1, root: ROOT, extensions: [] }],
    ['half a leaf', { origin: 'a', size: 1.5, root: ROOT, extensions: [] }],
    ['a size that is not exact', { origin: 'a', size: 2 ** 53, root: ROOT, extensions: [] }],
    ['a root of 31 bytes', { origin: 'a', size: 1, root: new Uint8Array(31), extensions: [] }],
    ['an empty extension line', { origin: 'a', size: 1, root: ROOT, extensions: [''] }],
    ['an extension of two lines', { origin: 'a', size: 1, root: ROOT, extensions: ['b\nc'] }],
  ])('are not written with %s', (_reason, checkpoint) => {
    expect(() => formatCheckpoint(checkpoint)).toThrow(RangeError);
  });

  it('do not open after any change of one bit', () => {
    const { note = '', keys = [] } = VECTORS.notes.find(({ reason }) => reason === 'signed by its log') ?? {};
    const bytes = utf8(note);
    const trusted = trustedKeys(keys);
    expect(openCheckpoint(bytes, trusted, verifyEd25519).ok).toBe(true);
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      flipBit(bytes, bit);
      if (openCheckpoint(bytes, trusted, verifyEd25519).ok) {
        accepted.push(bit);
      }
      flipBit(bytes, bit);
    }
    expect(accepted).toEqual([]);
  });
});
