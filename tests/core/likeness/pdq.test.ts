import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { pdqFingerprint } from '../../../src/core/likeness/fingerprint-picture.js';
import { hammingDistance } from '../../../src/core/likeness/hamming-distance.js';
import { type Luminance, luminanceOf } from '../../../src/core/likeness/luminance.js';
import { orientedHashes } from '../../../src/core/likeness/oriented-hashes.js';
import { ORIENTATIONS, type Orientation } from '../../../src/core/likeness/orientation.js';
import { readVectors } from '../url/vector-file.js';
import { SeededRandom } from '../../../src/demo/seeded-random.js';
import { drawing, luminanceIn } from './drawn-luminance.js';
import { laidDown } from './laid-down.js';
import { paint, type Painting } from './painted-picture.js';

interface PdqVectors {
  readonly hashes: readonly (Painting & {
    readonly hash: string;
    readonly quality: number;
    readonly reason: string;
  })[];
  readonly plain: readonly (Painting & { readonly quality: number; readonly reason: string })[];
  readonly orientations: Painting & { readonly hashes: Readonly<Record<Orientation, string>> };
}

const VECTORS = readVectors('pdq.v1.json') as PdqVectors;

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

describe('PDQ', () => {
  it.each(VECTORS.hashes)(
    'equals the reference implementation: $reason',
    ({ hash, quality, ...painting }) => {
      const fingerprint = pdqFingerprint(paint(painting));
      expect(hex(fingerprint.hash)).toBe(hash);
      expect(fingerprint.quality).toBe(quality);
    },
  );

  it.each(VECTORS.plain)('gives a plain picture a low quality: $reason', ({ quality, ...painting }) => {
    expect(pdqFingerprint(paint(painting)).quality).toBe(quality);
  });

  it('knows from one picture the hashes of it mirrored and turned', () => {
    const { hashes, ...painting } = VECTORS.orientations;
    const found = orientedHashes(paint(painting)).map((hash, at) => [ORIENTATIONS[at], hex(hash)]);
    expect(Object.fromEntries(found)).toEqual(hashes);
  });

  it('has half of its bits set, as the median says', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new SeededRandom(String(seed));
        const values = Float32Array.from({ length: 64 * 64 }, () => random.integer(0, 255));
        const { hash } = pdqFingerprint({ width: 64, height: 64, values });
        expect(hammingDistance(hash, new Uint8Array(32))).toBe(128);
      }),
      { numRuns: 20 },
    );
  });
});

describe('PDQ of drawings', () => {
  let files: Buffer[];
  let pictures: Luminance[];

  beforeAll(async () => {
    files = await Promise.all([0, 1, 2, 3, 5, 9].map((style) => drawing(style, style, 320)));
    pictures = await Promise.all(files.map(luminanceIn));
  });

  it.each(ORIENTATIONS)('is the one foretold when the picture itself is laid down %s', (orientation) => {
    for (const picture of pictures) {
      const expected = pdqFingerprint(laidDown(picture, orientation)).hash;
      expect(orientedHashes(picture)[ORIENTATIONS.indexOf(orientation)]).toEqual(expected);
    }
  });

  it.each<readonly [name: string, alter: (file: Buffer) => Sharp, bits: number]>([
    ['written as JPEG of quality 30', (file) => sharp(file).jpeg({ quality: 30 }), 16],
    ['written as WebP', (file) => sharp(file).webp({ quality: 60 }), 16],
    ['made half as large', (file) => sharp(file).resize(160), 31],
    ['made grey', (file) => sharp(file).greyscale(), 10],
    ['darkened by a fifth', (file) => sharp(file).linear(0.8, 0), 4],
    ['blurred', (file) => sharp(file).blur(1.5), 16],
  ])('stays near when a picture is %s', async (_name, alter, bits) => {
    for (const [at, file] of files.entries()) {
      const copy = await luminanceIn(await alter(file).png().toBuffer());
      const original = pictures[at] as Luminance;
      expect(hammingDistance(pdqFingerprint(copy).hash, pdqFingerprint(original).hash)).toBeLessThanOrEqual(
        bits,
      );
    }
  });

  it('is far from that of other drawings', () => {
    const hashes = pictures.map((picture) => pdqFingerprint(picture).hash);
    for (const [at, hash] of hashes.entries()) {
      for (const other of hashes.slice(at + 1)) expect(hammingDistance(hash, other)).toBeGreaterThan(80);
    }
  });
});

describe('luminanceOf', () => {
  it('weighs the colours as BT.601 does', () => {
    const { values } = luminanceOf(Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255), 2, 2);
    const expected = [76.245, 149.685, 29.07, 255];
    for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value, 3);
  });

  it('refuses bytes that are not those of the size', () => {
    expect(() => luminanceOf(new Uint8Array(11), 2, 2)).toThrow('12 bytes, not 11');
  });
});
