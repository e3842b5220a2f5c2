import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MAX_ENTRY_BYTES,
  decodeEntryBundle,
  encodeEntryBundle,
} from '../../../src/core/tlog/entry-bundle.js';

describe('entry bundles', () => {
  it('write the length of each entry before it, in two bytes, the higher one first', () => {
    const bundle = encodeEntryBundle([Uint8Array.of(7), new Uint8Array(), new Uint8Array(258).fill(1)]);
    expect(bundle.slice(0, 7)).toEqual(Uint8Array.of(0, 1, 7, 0, 0, 1, 2));
    expect(bundle).toHaveLength(7 + 258);
  });

  it('are read back as they were written', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(entries, (all) => {
        expect(decodeEntryBundle(encodeEntryBundle(all), all.length)).toEqual({ ok: true, entries: all });
      }),
    );
  });

  it('hold 256 entries of the largest size', () => {
    const entries = Array.from({ length: 256 }, (_, byte) => new Uint8Array(MAX_ENTRY_BYTES).fill(byte));
    const decoded = decodeEntryBundle(encodeEntryBundle(entries), 256);
    expect(decoded.ok && decoded.entries.map((entry) => [entry.length, entry[0], entry.at(-1)])).toEqual(
      entries.map((_, byte) => [MAX_ENTRY_BYTES, byte, byte]),
    );
  });

  it.each([
    ['', 1, 'wrong-count', 'nothing, where an entry is expected'],
    ['0000', 2, 'wrong-count', 'an entry too few'],
    ['00000000', 1, 'wrong-count', 'an entry too many'],
    ['000000', 1, 'wrong-count', 'a byte behind the last entry'],
    ['00', 1, 'cut-off', 'half a length'],
    ['0001', 1, 'cut-off', 'a length and no entry'],
    ['000207', 1, 'cut-off', 'half an entry'],
    ['000000', 2, 'cut-off', 'half a length behind an entry'],
    ['ffff00', 1, 'cut-off', 'a length far beyond the end'],
  ])('%s is refused for %i entries as %s: %s', (hex, width, code) => {
    const decoded = decodeEntryBundle(new Uint8Array(Buffer.from(hex, 'hex')), width);
    expect(decoded).toMatchObject({ ok: false, problem: { code } });
  });

  it.each([
    ['no entries', []],
    ['257 entries', Array<Uint8Array>(257).fill(new Uint8Array())],
    ['an entry that its length cannot say', [new Uint8Array(MAX_ENTRY_BYTES + 1)]],
  ])('are not written with %s', (_reason, entries) => {
    expect(() => encodeEntryBundle(entries)).toThrow(RangeError);
  });
});
