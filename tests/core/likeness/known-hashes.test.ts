import { describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { hammingDistance } from '../../../src/core/likeness/hamming-distance.js';
import { KnownHashes } from '../../../src/core/likeness/known-hashes.js';
import { parseKnownHashes } from '../../../src/core/likeness/parse-known-hashes.js';
import { MAX_BANDED_DISTANCE, PdqBands } from '../../../src/core/likeness/pdq-bands.js';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const bits = fc.uniqueArray(fc.nat(255), { maxLength: 40 });

function flipped(of: Uint8Array, at: readonly number[]): Uint8Array {
  const result = of.slice();
  for (const bit of at) result[bit >> 3] = (result[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return result;
}

describe('A list of PDQ hashes in bands', () => {
  it('finds the nearest hash within 31 bits as comparing with every one does, and nothing beyond', () => {
    fc.assert(
      fc.property(fc.array(hash, { minLength: 1, maxLength: 30 }), fc.nat(), bits, (list, at, flips) => {
        const asked = flipped(list[at % list.length] ?? new Uint8Array(32), flips);
        const all = list.map((each) => hammingDistance(each, asked));
        const least = Math.min(...all);
        const found = new PdqBands(list).nearest(asked, MAX_BANDED_DISTANCE);
        expect(found?.distance).toBe(least <= MAX_BANDED_DISTANCE ? least : undefined);
        if (found) expect(all[found.at]).toBe(least);
      }),
      { numRuns: 50 },
    );
  });
});

describe('A list of known hashes', () => {
  it('is read with colons, commas or blanks, comments and capitals', () => {
    const text = `\uFEFF# a list\nsha256:${'AB'.repeat(32)}\r\n\nmd5, ${'cd'.repeat(16)} # one\nPDQ ${'01'.repeat(32)}\n`;
    expect(parseKnownHashes(text)).toEqual({
      ok: true,
      hashes: [
        { algorithm: 'sha256', hex: 'ab'.repeat(32) },
        { algorithm: 'md5', hex: 'cd'.repeat(16) },
        { algorithm: 'pdq', hex: '01'.repeat(32) },
      ],
    });
  });

  it.each(['sha1:00', 'ab'.repeat(32), `md5:${'cd'.repeat(15)}`, `pdq:${'zz'.repeat(32)}`])(
    'is refused as a whole for a line like %s, which is named',
    (line) => {
      expect(parseKnownHashes(`md5:${'cd'.repeat(16)}\n${line}\n`)).toEqual({ ok: false, line: 2 });
    },
  );

  it('tells a file by either digest, and a picture by a hash of any of its orientations', () => {
    const [sha256, md5, pdq] = [32, 16, 32].map((length, at) => new Uint8Array(length).fill(at + 1));
    const list = new KnownHashes([
      { algorithm: 'sha256', hex: '01'.repeat(32) },
      { algorithm: 'md5', hex: '02'.repeat(16) },
      { algorithm: 'pdq', hex: '03'.repeat(32) },
    ]);
    const other = new Uint8Array(32).fill(0xf0);
    expect(list.byDigests({ sha256: other, md5 })).toEqual({
      algorithm: 'md5',
      hex: '02'.repeat(16),
      distance: 0,
    });
    expect(list.byDigests({ sha256 })?.algorithm).toBe('sha256');
    expect(list.byDigests({ sha256: other })).toBeUndefined();
    expect(list.byPicture([other, flipped(pdq ?? other, [0, 9])])).toEqual({
      algorithm: 'pdq',
      hex: bytesToHex(pdq ?? other),
      distance: 2,
    });
    expect(list.byPicture([other])).toBeUndefined();
  });
});
