import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { pdqFingerprint } from '../../src/core/likeness/fingerprint-picture.js';
import { hammingDistance } from '../../src/core/likeness/hamming-distance.js';
import { luminanceOf } from '../../src/core/likeness/luminance.js';
import { createPixelReader } from '../../src/vision/pixel-reader.js';

const folder = join(process.env['ASSENT_ACCEPT_DATA'] ?? '', 'pdq');

const published = readFileSync(join(folder, 'expected.csv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','))
  .map(([hash = '', quality = '', file = '']) => ({ hash, quality: Number(quality), file }));

describe('PDQ of the published pictures', () => {
  const reader = createPixelReader({ timeLimitMs: 30_000 });

  afterAll(async () => {
    await reader.close();
  });

  it.each(published)('is within 10 bits of the published hash: $file', async ({ hash, quality, file }) => {
    const { rgb, width, height } = await reader.read(readFileSync(join(folder, file)));
    const fingerprint = pdqFingerprint(luminanceOf(rgb, width, height));
    expect(hammingDistance(fingerprint.hash, Buffer.from(hash, 'hex'))).toBeLessThanOrEqual(10);
    expect(fingerprint.quality).toBe(quality);
  });
});
