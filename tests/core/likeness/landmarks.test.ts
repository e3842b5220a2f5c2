import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Box } from '../../../src/core/likeness/box.js';
import { landmarks } from '../../../src/core/likeness/landmarks.js';
import { summedArea } from '../../../src/core/likeness/summed-area.js';
import { drawing, luminanceIn } from './drawn-luminance.js';

describe('landmarks', () => {
  let file: Buffer;
  let found: readonly Box[];

  async function landmarksIn(picture: Uint8Array): Promise<readonly Box[]> {
    return landmarks(summedArea(await luminanceIn(picture)), 60);
  }

  /** How many of the picture's own first twenty are met, within a tenth of their size, among those of a copy. */
  function metAgain(copy: readonly Box[], scale: number, left: number, top: number): number {
    return found
      .slice(0, 20)
      .filter((box) =>
        copy.some(
          (other) =>
            Math.abs(other.left - box.left * scale - left) < 0.1 * other.width &&
            Math.abs(other.top - box.top * scale - top) < 0.1 * other.width &&
            Math.abs(other.width - box.width * scale) < 0.15 * other.width,
        ),
      ).length;
  }

  beforeAll(async () => {
    file = await drawing(2, 2, 300);
    found = await landmarksIn(file);
  });

  it('are squares within the picture, no more than asked for', async () => {
    const { width, height } = await luminanceIn(file);
    expect(found.length).toBeGreaterThan(20);
    expect(landmarks(summedArea(await luminanceIn(file)), 7)).toEqual(found.slice(0, 7));
    for (const box of found) {
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(width + 1e-9);
      expect(box.top + box.height).toBeLessThanOrEqual(height + 1e-9);
      expect(Math.abs(box.width / box.height - 1)).toBeLessThan(0.06);
    }
  });

  it('lie where they lay when the picture stands within a page', async () => {
    const page = sharp(file)
      .extend({ left: 60, top: 90, right: 20, bottom: 40, background: '#ffffff' })
      .png();
    expect(metAgain(await landmarksIn(await page.toBuffer()), 1, 60, 90)).toBeGreaterThanOrEqual(14);
  });

  it('grow with the picture', async () => {
    const { width } = await sharp(file).metadata();
    const larger = await sharp(file)
      .resize(Math.round(width * 1.5))
      .png()
      .toBuffer();
    expect(metAgain(await landmarksIn(larger), 1.5, 0, 0)).toBeGreaterThanOrEqual(12);
  });

  it('are not found in a flat picture', () => {
    const flat = { width: 90, height: 90, values: new Float32Array(8_100).fill(130) };
    expect(landmarks(summedArea(flat), 60)).toEqual([]);
  });

  it.each([1, 2, 11])('are not found in a picture %d pixels wide, and nothing breaks', (width) => {
    const line = {
      width,
      height: 50,
      values: Float32Array.from({ length: width * 50 }, (_, at) => at % 251),
    };
    expect(landmarks(summedArea(line), 60)).toEqual([]);
  });
});
