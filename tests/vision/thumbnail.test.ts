import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Create, Sharp } from 'sharp';
import { DecoderUnavailable } from '../../src/vision/decoder-unavailable.js';
import { PictureRefused } from '../../src/vision/picture-refused.js';
import { createThumbnailer } from '../../src/vision/thumbnail.js';
import { decoderPids } from './decoder-pids.js';
import { gifOfFrames, loopingExif, withSegment } from './hostile-pictures.js';

const RED = { r: 220, g: 20, b: 20 };
const BLUE = { r: 20, g: 20, b: 220 };

function plain(width: number, height: number, background = RED): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Red on the left half, blue on the right. */
async function redThenBlue(): Promise<Sharp> {
  const right = await plain(20, 20, BLUE).png().toBuffer();
  return sharp(
    await plain(40, 20)
      .composite([{ input: right, left: 20, top: 0 }])
      .png()
      .toBuffer(),
  );
}

async function pixel(picture: Uint8Array, left: number, top: number): Promise<number[]> {
  return [...(await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

async function refusalOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof PictureRefused) return error.code;
    throw error;
  }
  return 'rendered';
}

describe('A thumbnailer', () => {
  const thumbnailer = createThumbnailer({ timeLimitMs: 30_000 });

  afterAll(async () => {
    await thumbnailer.close();
  });

  it.each([
    ['jpeg', () => plain(800, 400).jpeg()],
    ['progressive jpeg', () => plain(800, 400).jpeg({ progressive: true })],
    ['CMYK jpeg', () => plain(800, 400).toColourspace('cmyk').jpeg()],
    ['grey jpeg', () => plain(800, 400).greyscale().jpeg()],
    ['png', () => plain(800, 400).png()],
    ['interlaced png', () => plain(800, 400).png({ progressive: true })],
    ['16 bit png', () => plain(800, 400).toColourspace('rgb16').png()],
    ['webp', () => plain(800, 400).webp()],
    ['lossless webp', () => plain(800, 400).webp({ lossless: true })],
    ['gif', () => plain(800, 400).gif()],
    ['avif', () => plain(800, 400).avif({ effort: 0 })],
  ])('turns a %s into WebP of the edge that was asked for', async (_name, picture) => {
    const thumbnail = await thumbnailer.render(await picture().toBuffer(), 320);
    expect(thumbnail).toMatchObject({ width: 320, height: 160, contentType: 'image/webp' });
    expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 320,
      height: 160,
    });
  });

  it.each([
    [1_000, 500, 160, 160, 80, 'wide'],
    [500, 1_000, 640, 320, 640, 'tall'],
    [100, 50, 320, 100, 50, 'smaller than asked for stays as it is'],
    [5_000, 1, 160, 160, 1, 'a line keeps one pixel of height'],
    [1, 1, 160, 1, 1, 'one pixel'],
  ])('fits %d × %d into %d as %d × %d: %s', async (width, height, edge, toWidth, toHeight) => {
    const thumbnail = await thumbnailer.render(await plain(width, height).png().toBuffer(), edge);
    expect(thumbnail).toMatchObject({ width: toWidth, height: toHeight });
  });

  it('shows a picture the way up that its EXIF orientation says', async () => {
    const lying = await (
      await redThenBlue()
    )
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { bytes, width, height } = await thumbnailer.render(lying, 160);
    expect([width, height]).toEqual([20, 40]);
    const [topRed = 0, , topBlue = 0] = await pixel(bytes, 10, 5);
    const [bottomRed = 0, , bottomBlue = 0] = await pixel(bytes, 10, 35);
    expect([topRed > topBlue, bottomRed > bottomBlue]).toEqual([true, false]);
  });

  it('keeps what is transparent transparent', async () => {
    const clear = sharp({ create: { width: 40, height: 40, channels: 4, background: { ...RED, alpha: 0 } } });
    const { bytes } = await thumbnailer.render(await clear.png().toBuffer(), 160);
    expect((await pixel(bytes, 20, 20))[3]).toBe(0);
  });

  it('shows the first frame of an animation, and no other', async () => {
    const frames = await Promise.all([RED, BLUE].map((colour) => plain(40, 40, colour).png().toBuffer()));
    for (const format of ['gif', 'webp'] as const) {
      const animation = await sharp(frames, { join: { animated: true } })
        .toFormat(format)
        .toBuffer();
      expect((await sharp(animation).metadata()).pages).toBe(2);
      const { bytes } = await thumbnailer.render(animation, 160);
      expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
      const [red = 0, , blue = 0] = await pixel(bytes, 20, 20);
      expect(red).toBeGreaterThan(blue);
    }
  });

  it('drops all metadata', async () => {
    const telling = await plain(400, 400)
      .withExif({ IFD0: { Copyright: 'SECRET-EXIF' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-XMP</x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect(await sharp(telling).metadata()).toMatchObject({
      exif: expect.anything(),
      xmp: expect.anything(),
    });
    const { bytes } = await thumbnailer.render(
      withSegment(telling, 0xfe, Buffer.from('SECRET-COMMENT')),
      320,
    );
    const { exif, xmp, icc, iptc, orientation, comments } = await sharp(bytes).metadata();
    expect([exif, xmp, icc, iptc, orientation, comments]).toEqual(Array(6).fill(undefined));
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('SECRET');
  });

  it.each([
    ['jpeg', () => plain(400, 400).jpeg()],
    ['png', () => plain(400, 400).png()],
    ['webp', () => plain(400, 400).webp()],
    ['gif', () => plain(400, 400).gif()],
  ])('drops what follows the end of a %s', async (_format, picture) => {
    const page = '<html><script>alert(1)</script></html>';
    const polyglot = Buffer.concat([await picture().toBuffer(), Buffer.from(page)]);
    const { bytes } = await thumbnailer.render(polyglot, 160);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('script');
    expect(Buffer.from(bytes).readUInt32LE(4) + 8).toBe(bytes.length);
  });

  it.each([
    ['not-a-picture', 'empty', ''],
    ['not-a-picture', 'a page', '<!doctype html><html><img src=x onerror=alert(1)>'],
    ['not-a-picture', 'a page that hides a picture', '<html>\xff\xd8\xff\xe0'],
    ['not-a-picture', 'text', 'hello'],
    [
      'format-unsupported',
      'SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    [
      'format-unsupported',
      'SVG with an entity',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    ],
    ['format-unsupported', 'PDF', '%PDF-1.7'],
    ['format-unsupported', 'HEIC', '\0\0\0\x10ftypheic\0\0\0\0'],
    ['format-unsupported', 'TIFF', 'II*\0\x08\0\0\0'],
    ['damaged', 'a JPEG of its signature alone', '\xff\xd8\xff'],
    ['damaged', 'a PNG of its signature alone', '\x89PNG\r\n\x1a\n'],
    ['damaged', 'a GIF that is a script', 'GIF89a/*xx*/=1;alert(1)'],
    ['damaged', 'a WebP without a picture', 'RIFF\x04\0\0\0WEBP'],
    ['damaged', 'an AVIF without a picture', '\0\0\0\x14ftypavif\0\0\0\0avif'],
    ['damaged', 'a JPEG that goes on as SVG', '\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])('refuses as %s: %s', async (code, _name, text) => {
    expect(await refusalOf(thumbnailer.render(Buffer.from(text, 'latin1'), 160))).toBe(code);
  });

  it('bars the other loaders of libvips even when a signature lets a file pass', async () => {
    const asAvif = Buffer.concat([
      Buffer.from('\0\0\0\x14ftypavif\0\0\0\0avif', 'latin1'),
      Buffer.from('<svg/>'),
    ]);
    expect(await refusalOf(thumbnailer.render(asAvif, 160))).toBe('damaged');
  });

  it.each([
    ['jpeg', () => sharp({ create: noise(600) }).jpeg()],
    ['png', () => sharp({ create: noise(600) }).png()],
    ['webp', () => sharp({ create: noise(600) }).webp()],
    ['gif', () => sharp({ create: noise(600) }).gif()],
    ['avif', () => sharp({ create: noise(600) }).avif({ effort: 0 })],
  ])('refuses a %s that was cut short', async (_format, picture) => {
    const whole = await picture().toBuffer();
    expect(await refusalOf(thumbnailer.render(whole.subarray(0, whole.length / 2), 160))).toBe('damaged');
  });

  it('refuses ten thousand pixels a side, though the file is small', async () => {
    const bomb = await plain(10_000, 10_000).png({ palette: true, colours: 2 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(thumbnailer.render(bomb, 160))).toBe('too-many-pixels');
  });

  it.each<readonly ['jpeg' | 'avif', number, number, string]>([
    ['jpeg', 6_400, 6_400, 'above 40 million'],
    ['avif', 3_300, 3_300, 'above 10 million, since it is held in several copies'],
  ])('refuses a %s of %d × %d pixels: %s', async (format, width, height) => {
    const large = await plain(width, height).toFormat(format, { effort: 0 }).toBuffer();
    expect(await refusalOf(thumbnailer.render(large, 160))).toBe('too-many-pixels');
  });

  it('refuses a file above ten million bytes unseen, and takes one of exactly as many', async () => {
    const picture = await plain(40, 40).png().toBuffer();
    const padded = Buffer.concat([picture, Buffer.alloc(10_000_001 - picture.length)]);
    expect(await refusalOf(thumbnailer.render(padded, 160))).toBe('too-large');
    expect(await refusalOf(thumbnailer.render(padded.subarray(1), 160))).toBe('not-a-picture');
    expect((await thumbnailer.render(padded.subarray(0, 10_000_000), 160)).width).toBe(40);
  });

  it('takes or refuses, and survives, metadata made to break readers', async () => {
    const jpeg = await plain(400, 400).jpeg().toBuffer();
    const hostile = [
      withSegment(jpeg, 0xe1, loopingExif()),
      withSegment(jpeg, 0xe1, Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1')),
      withSegment(jpeg, 0xe2, Buffer.from('ICC_PROFILE\0\x01\xff not a profile', 'latin1')),
      withSegment(jpeg, 0xe1, Buffer.alloc(65_000, 0x41)),
      gifOfFrames(10_000),
    ];
    const outcomes = await Promise.all(hostile.map((bytes) => refusalOf(thumbnailer.render(bytes, 160))));
    expect(outcomes.filter((outcome) => outcome !== 'rendered' && outcome !== 'damaged')).toEqual([]);
    expect((await thumbnailer.render(jpeg, 160)).width).toBe(160);
  });

  it.each([0, 159, 321, 641, 100_000, -160, Number.NaN])('makes no thumbnail of edge %d', async (edge) => {
    await expect(thumbnailer.render(await plain(10, 10).png().toBuffer(), edge)).rejects.toThrow(RangeError);
  });

  it('lets thirty-two pictures wait, and no more', async () => {
    const picture = await plain(40, 40).png().toBuffer();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => refusalOf(thumbnailer.render(picture, 160))),
    );
    expect(outcomes).toEqual([...Array<string>(32).fill('rendered'), ...Array<string>(8).fill('busy')]);
    expect(await refusalOf(thumbnailer.render(picture, 160))).toBe('rendered');
  });
});

/** Elsewhere a process can neither be limited nor looked into. */
const onLinux = process.platform === 'linux' ? it : it.skip;

describe('The process of a thumbnailer', () => {
  onLinux('has its memory bounded and no environment', async () => {
    const thumbnailer = createThumbnailer();
    await thumbnailer.render(await plain(40, 40).png().toBuffer(), 160);
    const [pid] = decoderPids();
    expect(readFileSync(`/proc/${pid ?? ''}/limits`, 'utf8')).toMatch(/^Max data size +1073741824 /m);
    const names = readFileSync(`/proc/${pid ?? ''}/environ`, 'utf8')
      .split('\0')
      .map((entry) => entry.split('=')[0]);
    expect(
      names.filter((name) => name !== '' && !/^(?:NODE_CHANNEL_.*|PWD|_|OLDPWD|SHLVL)$/.test(name ?? '')),
    ).toEqual([]);
    await thumbnailer.close();
    expect(decoderPids()).toEqual([]);
  });

  onLinux('takes less than 400 MB for the costliest pictures that are accepted', async () => {
    const thumbnailer = createThumbnailer({ timeLimitMs: 30_000 });
    const pictures = [
      plain(6_300, 6_300)
        .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
        .withMetadata({ orientation: 6 }),
      plain(3_150, 3_150).avif({ effort: 0 }).withMetadata({ orientation: 6 }),
      plain(4_450, 4_450).toColourspace('rgb16').png({ progressive: true }).withMetadata({ orientation: 6 }),
    ];
    for (const picture of pictures) {
      expect(await refusalOf(thumbnailer.render(await picture.toBuffer(), 640))).toBe('rendered');
    }
    const [pid] = decoderPids();
    const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8')) ?? [];
    expect(Number(peak)).toBeLessThan(400_000);
    await thumbnailer.close();
  });

  it('is ended when a picture takes too long, and the next picture gets another', async () => {
    const thumbnailer = createThumbnailer({ timeLimitMs: 3_000 });
    const picture = await plain(40, 40).png().toBuffer();
    await thumbnailer.render(picture, 160);
    const [stuck] = decoderPids();
    process.kill(stuck ?? 0, 'SIGSTOP');
    const [first, second] = await Promise.all([
      refusalOf(thumbnailer.render(picture, 160)),
      refusalOf(thumbnailer.render(picture, 160)),
    ]);
    expect([first, second]).toEqual(['timed-out', 'rendered']);
    expect(decoderPids()).not.toContain(stuck);
    expect(decoderPids()).toHaveLength(1);
    await thumbnailer.close();
  });

  it('is ended in the midst of a decode', async () => {
    const slow = await plain(3_100, 3_100).avif({ effort: 0 }).toBuffer();
    const thumbnailer = createThumbnailer({ timeLimitMs: 5 });
    expect(await refusalOf(thumbnailer.render(slow, 160))).toBe('timed-out');
    expect(decoderPids()).toEqual([]);
    await thumbnailer.close();
  });

  it('is replaced after it died at a picture, or between two', async () => {
    const thumbnailer = createThumbnailer();
    const picture = await plain(40, 40).png().toBuffer();
    await thumbnailer.render(picture, 160);
    const [first] = decoderPids();
    process.kill(first ?? 0, 'SIGSTOP');
    const during = refusalOf(thumbnailer.render(picture, 160));
    process.kill(first ?? 0, 'SIGKILL');
    expect(['damaged', 'rendered']).toContain(await during);
    expect(await refusalOf(thumbnailer.render(picture, 160))).toBe('rendered');
    expect(decoderPids()).not.toContain(first);
    await thumbnailer.close();
  });

  it('ends with its thumbnailer, which then takes no more pictures', async () => {
    const thumbnailer = createThumbnailer();
    const picture = await plain(40, 40).png().toBuffer();
    const waiting = [thumbnailer.render(picture, 160), thumbnailer.render(picture, 160)];
    const outcomes = Promise.allSettled(waiting);
    await thumbnailer.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(thumbnailer.render(picture, 160)).rejects.toThrow(DecoderUnavailable);
    expect(decoderPids()).toEqual([]);
  });
});

function noise(edge: number): Create {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return { width: edge, height: edge, channels: 3, background: RED, noise };
}
