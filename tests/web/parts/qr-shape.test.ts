import { describe, expect, it } from '@jest/globals';
import jsQr from 'jsqr';
import { qrShape } from '../../../src/web/parts/qr-shape.js';

/** Pixels a module, enough for a reader that looks at blocks of eight. */
const SCALE = 3;
const RUN = /M(\d+) (\d+)h(\d+)v1h-(\d+)z/g;

/** What a camera would read that sees nothing but the drawn shape. */
function read(text: string): string | undefined {
  const { size, path } = qrShape(text);
  const edge = size * SCALE;
  const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const [, x, y, width, back] of path.matchAll(RUN)) {
    expect(back).toBe(width);
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const from = (row * edge + Number(x) * SCALE) * 4;
      pixels.fill(0, from, from + Number(width) * SCALE * 4);
      for (let at = from + 3; at < from + Number(width) * SCALE * 4; at += 4) pixels[at] = 255;
    }
  }
  expect(path.replaceAll(RUN, '')).toBe('');
  return jsQr(pixels, edge, edge, { inversionAttempts: 'dontInvert' })?.data;
}

describe('the shape of a QR code', () => {
  it.each([
    'https://r.example/',
    `https://registry.example/log/proof/${'0f'.repeat(32)}.tlog-proof`,
    `http://127.0.0.1:41234/log/proof/${'ab'.repeat(32)}.tlog-proof`,
    `https://${'a-long-name.'.repeat(8)}example/log/proof/${'00'.repeat(32)}.tlog-proof`,
  ])('is read as %s by a decoder that has nothing in common with what drew it', (address) => {
    expect(read(address)).toBe(address);
  });

  it('keeps a light margin of four modules on every side', () => {
    const { size, path } = qrShape('https://registry.example/');
    const runs = Array.from(path.matchAll(RUN), ([, x, y, width]) => [Number(x), Number(y), Number(width)]);
    expect(Math.min(...runs.map(([x = 0]) => x))).toBe(4);
    expect(Math.min(...runs.map(([, y = 0]) => y))).toBe(4);
    expect(Math.max(...runs.map(([x = 0, , width = 0]) => x + width))).toBe(size - 4);
    expect(Math.max(...runs.map(([, y = 0]) => y))).toBe(size - 5);
  });
});
