import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { colourWord } from '../../src/demo/colour-word.js';
import { demoEntries } from '../../src/demo/demo-catalogue.js';
import type { DemoEntry } from '../../src/demo/demo-entry.js';
import { DEMO_STYLES, demoStyle } from '../../src/demo/demo-styles.js';
import { drawPicture } from '../../src/demo/draw-picture.js';
import { colourDistance, labOfHex, labOfRgb } from '../../src/demo/drawing/colour.js';

const entries = demoEntries();

function entriesOf(style: string): DemoEntry[] {
  return entries.filter((entry) => entry.style === style);
}

/** Share of the picture's pixels that look like a colour. */
async function shareOf(hex: string, png: Uint8Array): Promise<number> {
  const pixels = await sharp(png).resize(200, 200, { fit: 'inside', kernel: 'nearest' }).raw().toBuffer();
  const wanted = labOfHex(hex);
  let alike = 0;
  for (let index = 0; index < pixels.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index, index + 3);
    if (colourDistance(wanted, labOfRgb(red, green, blue)) < 0.09) alike += 1;
  }
  return alike / (pixels.length / 3);
}

describe.each(DEMO_STYLES.map(({ name }) => name))('a picture in the style %s', (style) => {
  // Four seeds in a row show every motif; other rounds only change the palette.
  const drawn: { readonly entry: DemoEntry; readonly png: Uint8Array }[] = [];

  beforeAll(async () => {
    for (const entry of entriesOf(style).slice(8, 12)) drawn.push({ entry, png: await drawPicture(entry) });
  });

  it('decodes as an opaque PNG of the size its row states', async () => {
    expect(drawn).toHaveLength(4);
    for (const { entry, png } of drawn) {
      const { format, width, height, channels } = await sharp(png).metadata();
      expect({ format, width, height, channels }).toEqual({
        format: 'png',
        width: entry.width,
        height: entry.height,
        channels: 3,
      });
    }
  });

  it('shows the colours that its caption names', async () => {
    for (const { entry, png } of drawn) {
      const { namedColours } = demoStyle(style).compose(entry.seed);
      for (const hex of namedColours) {
        const word = colourWord(hex, entry.language);
        if (!entry.caption.toLowerCase().includes(word.toLowerCase())) continue;
        const seen = (await shareOf(hex, png)) > 0.002;
        expect({ url: entry.url, word, seen }).toEqual({ url: entry.url, word, seen: true });
      }
    }
  });

  it('comes out byte for byte the same when drawn again', async () => {
    for (const { entry, png } of drawn.slice(0, 1)) {
      expect(Buffer.compare(png, await drawPicture(entry))).toBe(0);
    }
  });

  it('is unlike the other pictures in its style', () => {
    expect(new Set(drawn.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(drawn.length);
  });

  it('is drawn with finite numbers and with nothing from outside the document', () => {
    for (const entry of entriesOf(style).slice(0, 8)) {
      const svg = demoStyle(style).compose(entry.seed).svg();
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|href|url\((?!#)|<text|<image|<script/,
      );
    }
  });
});

describe('drawing', () => {
  it('refuses a style that does not exist', async () => {
    const [entry] = entries;
    if (entry === undefined) throw new Error('the catalogue is empty');
    await expect(drawPicture({ ...entry, style: 'no-such-style' })).rejects.toThrow('no-such-style');
  });
});
