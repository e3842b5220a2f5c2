import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { ReadPicture } from '../../src/app/ports/pictures.js';
import { DecoderUnavailable } from '../../src/vision/decoder-unavailable.js';
import { PictureRefused } from '../../src/vision/picture-refused.js';
import { createPixelReader } from '../../src/vision/pixel-reader.js';
import { gifOfFrames, withSegment } from './hostile-pictures.js';

const GREEN = { r: 30, g: 160, b: 60 };

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: GREEN } });
}

function pixelOf({ rgb, width }: ReadPicture, left: number, top: number): number[] {
  const at = 3 * (top * width + left);
  return [...rgb.subarray(at, at + 3)];
}

async function refusalOf(request: Promise<unknown>): Promise<PictureRefused> {
  const outcome = await request.catch((error: unknown) => error);
  if (outcome instanceof PictureRefused) return outcome;
  throw new Error('The picture was read.');
}

/** A flat PNG, written without a pixel of it ever being held. */
function flatPng(edge: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(edge / 8) + 1) * edge), { level: 9 });
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

describe('A pixel reader', () => {
  const reader = createPixelReader({ timeLimitMs: 30_000 });

  afterAll(async () => {
    await reader.close();
  });

  it.each([
    ['jpeg', () => plain(90, 60).jpeg()],
    ['CMYK jpeg', () => plain(90, 60).toColourspace('cmyk').jpeg()],
    ['palette png', () => plain(90, 60).png({ palette: true })],
    ['16 bit png', () => plain(90, 60).toColourspace('rgb16').png()],
    ['webp', () => plain(90, 60).webp()],
    ['gif', () => plain(90, 60).gif()],
    ['avif', () => plain(90, 60).avif({ effort: 0 })],
  ])('reads a %s as red, green and blue', async (_name, picture) => {
    const read = await reader.read(await picture().toBuffer());
    expect([read.width, read.height, read.rgb.length]).toEqual([90, 60, 3 * 90 * 60]);
    // CMYK without a profile is a matter of taste.
    const [red = 0, green = 0, blue = 0] = pixelOf(read, 45, 30);
    expect(green).toBeGreaterThan(Math.max(red, blue) + 60);
  });

  it('gives a grey picture three equal channels', async () => {
    const read = await reader.read(await plain(40, 40).greyscale().jpeg().toBuffer());
    expect(read.rgb).toHaveLength(3 * 40 * 40);
    expect(new Set(pixelOf(read, 20, 20)).size).toBe(1);
  });

  it('lays transparent parts on white', async () => {
    const clear = { ...GREEN, alpha: 0 };
    const png = sharp({ create: { width: 20, height: 20, channels: 4, background: clear } }).png();
    expect(pixelOf(await reader.read(await png.toBuffer()), 10, 10)).toEqual([255, 255, 255]);
  });

  it('fits a picture into 512 pixels, upright, and says how large it was', async () => {
    const lying = await plain(2_000, 1_000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await reader.read(lying)).toMatchObject({
      width: 256,
      height: 512,
      from: { width: 1_000, height: 2_000 },
    });
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'draws a %s anew in its size and format, upright, with nothing that the file said beside it',
    async (format) => {
      const telling = await plain(1_200, 700)
        .withExif({ IFD0: { Artist: 'SECRET' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' } })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET</x:xmpmeta>')
        .withIccProfile('p3')
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      const given = format === 'jpeg' ? withSegment(telling, 0xfe, Buffer.from('SECRET')) : telling;
      expect(await sharp(given).metadata()).toMatchObject({ exif: expect.anything(), orientation: 6 });
      const drawn = await reader.redraw(Buffer.concat([given, Buffer.from('SECRET')]));
      const { exif, xmp, icc, iptc, orientation, comments, ...seen } = await sharp(drawn).metadata();
      expect([exif, xmp, icc, iptc, orientation, comments]).toEqual(Array(6).fill(undefined));
      expect(seen).toMatchObject({ format, width: 700, height: 1_200 });
      expect(Buffer.from(drawn).toString('latin1')).not.toContain('SECRET');
      expect(pixelOf(await reader.read(drawn), 100, 100)[1]).toBeGreaterThan(120);
    },
  );

  it('never makes a picture larger', async () => {
    expect(await reader.read(await plain(3, 2).png().toBuffer())).toMatchObject({ width: 3, height: 2 });
  });

  it('gives the digests of the file as it came, to the last byte', async () => {
    const file = Buffer.concat([await plain(9, 9).png().toBuffer(), Buffer.from('appended')]);
    const digest = (algorithm: string) => createHash(algorithm).update(file).digest('hex');
    expect(await reader.read(file)).toMatchObject({ sha256: digest('sha256'), md5: digest('md5') });
  });

  it('reads the first of ten thousand frames, and no other', async () => {
    expect(await reader.read(gifOfFrames(10_000))).toMatchObject({ width: 1, height: 1 });
  });

  it('refuses 14,000 × 14,000 flat pixels in a file of some kilobytes', async () => {
    const bomb = flatPng(14_000);
    expect(bomb.length).toBeLessThan(50_000);
    expect(await refusalOf(reader.read(bomb))).toMatchObject({ code: 'too-many-pixels' });
  });

  it('refuses a picture cut short rather than guessing the rest', async () => {
    const whole = await plain(300, 300).png({ compressionLevel: 0 }).toBuffer();
    const cut = whole.subarray(0, whole.length / 2);
    expect(await refusalOf(reader.read(cut))).toMatchObject({ code: 'damaged' });
  });

  it.each<readonly [name: string, bytes: string, code: string, fix: RegExp]>([
    ['HEIC', '\0\0\0\x10ftypheic\0\0\0\0', 'format-unsupported', /Save it as JPEG/],
    ['SVG with a script', '<svg><script>alert(1)</script></svg>', 'format-unsupported', /export it as PNG/],
    ['PDF', '%PDF-1.7', 'format-unsupported', /export the picture/],
    ['TIFF', 'II*\0\x08\0\0\0', 'format-unsupported', /as JPEG, PNG/],
    ['a page', '<!doctype html><html>', 'not-a-picture', /Give a JPEG/],
    ['a script that begins as a GIF', 'GIF89a/*xx*/=1;alert(1)', 'damaged', /Save it anew/],
  ])('refuses %s and says what to do', async (_name, bytes, code, fix) => {
    const refusal = await refusalOf(reader.read(Buffer.from(bytes, 'latin1')));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(fix);
  });
});

describe('The process of a pixel reader', () => {
  it('is ended in the midst of a decode that takes too long', async () => {
    const slow = await plain(3_100, 3_100).avif({ effort: 0 }).toBuffer();
    const reader = createPixelReader({ timeLimitMs: 5 });
    expect(await refusalOf(reader.read(slow))).toMatchObject({ code: 'timed-out' });
    await reader.close();
  });

  it('takes no more pictures once closed', async () => {
    const reader = createPixelReader();
    await reader.close();
    await expect(reader.read(await plain(9, 9).png().toBuffer())).rejects.toThrow(DecoderUnavailable);
  });
});
