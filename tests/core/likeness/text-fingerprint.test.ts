import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hammingDistance } from '../../../src/core/likeness/hamming-distance.js';
import { textFingerprint } from '../../../src/core/likeness/text-fingerprint.js';
import { readVectors } from '../url/vector-file.js';

interface TextVectors {
  readonly cases: readonly {
    readonly text: string;
    readonly hash: string;
    readonly characters: number;
    readonly reason: string;
  }[];
}

const { cases } = readVectors('iscc-text.v1.json') as TextVectors;

/** Some thousand characters that do not repeat. */
function prose(seed: number): string {
  return Array.from({ length: 400 }, (_, at) => `${(at * at * 31 + seed * 977) % 100_003}tale`).join(' ');
}

describe('A text fingerprint', () => {
  it.each(cases)('equals the reference implementation: $reason', ({ text, hash, characters }) => {
    const fingerprint = textFingerprint(text);
    expect(Buffer.from(fingerprint.hash).toString('hex')).toBe(hash);
    expect(fingerprint).toMatchObject({ algorithm: 'iscc-text', version: 1, characters });
  });

  it('stays the same whatever the case, blanks and accents', () => {
    const words = fc.array(fc.constantFrom('Río', 'lleva', 'la', 'LUZ', 'été', 'naïve'), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const rewritten = parts.join('\n\t').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
        expect(textFingerprint(rewritten).hash).toEqual(textFingerprint(parts.join(' ')).hash);
      }),
    );
  });

  it('is near that of a text with a few words changed, and far from that of another', () => {
    const text = prose(1);
    const edited = text.replace('tale', 'story').replace(/.{40}$/, 'the end');
    const distanceTo = (other: string) =>
      hammingDistance(textFingerprint(text).hash, textFingerprint(other).hash);
    expect(distanceTo(edited)).toBeLessThan(24);
    expect(distanceTo(prose(2))).toBeGreaterThan(90);
  });

  it('takes lone surrogates as nothing', () => {
    expect(textFingerprint('\ud800tulip\udfff').hash).toEqual(textFingerprint('tulip').hash);
  });
});
