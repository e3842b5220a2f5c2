import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { CERTAIN_SCORE, findLikenesses, type Likeness, type LikenessIndex } from '../../../src/core/likeness/find-likenesses.js'; // prettier-ignore
import { fingerprintPicture, MAX_REGIONS } from '../../../src/core/likeness/fingerprint-picture.js';
import { WHOLE_REGION } from '../../../src/core/likeness/region.js';
import { drawing, luminanceIn } from './drawn-luminance.js';
import { exactIndex } from './exact-index.js';

const STYLES = [1, 2, 3, 9];

describe('A search for likenesses', () => {
  let files: ReadonlyMap<string, Buffer>;
  let index: LikenessIndex;

  beforeAll(async () => {
    const drawn = STYLES.map(
      async (style) => [`picture ${style}`, await drawing(style, style + 3, 200)] as const,
    );
    files = new Map(await Promise.all(drawn));
    const fingerprints = [...files].map(
      async ([name, file]) => [name, fingerprintPicture(await luminanceIn(file)).regions] as const,
    );
    index = exactIndex(new Map(await Promise.all(fingerprints)));
  });

  async function search(file: Uint8Array): Promise<readonly Likeness[]> {
    return findLikenesses(await luminanceIn(file), index);
  }

  it.each<readonly [name: string, alter: (file: Buffer) => Sharp]>([
    ['as it is', (file) => sharp(file)],
    ['as a poor JPEG, half as large', (file) => sharp(file).resize(100).jpeg({ quality: 30 })],
    ['mirrored', (file) => sharp(file).flop()],
    ['turned by 90°', (file) => sharp(file).rotate(90)],
    ['turned by 270° and mirrored', (file) => sharp(file).flop().rotate(270)],
    ['tilted by 5°', (file) => sharp(file).rotate(5, { background: '#ffffff' })],
    [
      'in a frame',
      (file) => sharp(file).extend({ left: 20, right: 20, top: 20, bottom: 20, background: '#203040' }),
    ],
    ['as a part of it', (file) => sharp(file).extract({ left: 10, top: 20, width: 120, height: 120 })],
    [
      'small on a page',
      (file) => sharp(file).extend({ left: 80, right: 20, top: 50, bottom: 140, background: '#fafafa' }),
    ],
  ])('finds each picture first: %s', async (_name, alter) => {
    for (const [name, file] of files) {
      const [first] = await search(await alter(file).png().toBuffer());
      expect([name, first?.picture]).toEqual([name, name]);
    }
  });

  it('says where in the query the picture lies, and which way round', async () => {
    const [[name, file] = ['', Buffer.alloc(0)]] = files;
    const { width, height } = await sharp(file).metadata();
    const mirroredOnPage = sharp(await sharp(file).flop().png().toBuffer())
      .extend({ left: width, right: 0, top: 0, bottom: height, background: '#ffffff' })
      .png();
    const [first] = await search(await mirroredOnPage.toBuffer());
    expect(first).toMatchObject({ picture: name, placement: { orientation: 'mirrored' } });
    // Mirrored back, the picture is in the upper left quarter of a page twice as large.
    const { across, down } = first?.placement ?? {};
    expect([across?.scale, down?.scale].map((scale) => Math.round((scale ?? 0) * 50) / 50)).toEqual([
      0.5, 0.5,
    ]);
    expect(Math.abs(across?.shift ?? Infinity)).toBeLessThan(200);
    expect(Math.abs(down?.shift ?? Infinity)).toBeLessThan(200);
  });

  it('is not certain of any picture when it is asked for a stranger', async () => {
    for (const style of [8, 11]) {
      const found = await search(await drawing(style, 4, 200));
      expect(found.filter(({ agreement }) => agreement.score >= CERTAIN_SCORE)).toEqual([]);
    }
  });

  it('finds nothing in an empty index, and nothing by a blank picture', async () => {
    const [file = Buffer.alloc(0)] = files.values();
    expect(await findLikenesses(await luminanceIn(file), exactIndex(new Map()))).toEqual([]);
    const blank = sharp({ create: { width: 90, height: 90, channels: 3, background: '#ffffff' } }).png();
    expect(await search(await blank.toBuffer())).toEqual([]);
  });

  it('keeps of each picture the whole first, and no more rows than it says', async () => {
    for (const file of files.values()) {
      const { regions } = fingerprintPicture(await luminanceIn(file));
      expect(regions[0]?.region).toEqual(WHOLE_REGION);
      expect(regions.length).toBeLessThanOrEqual(MAX_REGIONS);
    }
  });
});
