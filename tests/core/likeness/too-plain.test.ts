import { describe, expect, it } from '@jest/globals';
import { pdqFingerprint } from '../../../src/core/likeness/fingerprint-picture.js';
import { isTooPlain } from '../../../src/core/likeness/too-plain.js';
import { drawing, luminanceIn } from './drawn-luminance.js';
import { paint } from './painted-picture.js';

describe('isTooPlain', () => {
  it('says so of a picture with little in it, and not of a drawing', async () => {
    const spot = paint({ width: 200, height: 200, ground: 255, rectangles: [[90, 90, 110, 110, 0]] });
    expect(isTooPlain(pdqFingerprint(spot), { width: 200, height: 200 })).toBe(true);
    const drawn = pdqFingerprint(await luminanceIn(await drawing(1)));
    expect(isTooPlain(drawn, { width: 300, height: 384 })).toBe(false);
  });

  it.each([
    [50, 64, 64, false],
    [49, 64, 64, true],
    [100, 63, 900, true],
    [100, 900, 63, true],
  ])('takes quality %d of %d × %d pixels for too plain: %p', (quality, width, height, expected) => {
    const fingerprint = { algorithm: 'pdq', version: 1, hash: new Uint8Array(32), quality } as const;
    expect(isTooPlain(fingerprint, { width, height })).toBe(expected);
  });
});
