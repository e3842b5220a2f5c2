import { afterAll, describe, expect, it } from '@jest/globals';
import type { PictureIndex, ReadPicture } from '../../src/app/ports/pictures.js';
import { fingerprintPicture } from '../../src/core/likeness/fingerprint-picture.js';
import { luminanceOf } from '../../src/core/likeness/luminance.js';
import { demoPictureFor } from '../../src/demo/demo-picture-source.js';
import { demoEntries } from '../../src/demo/demo-catalogue.js';
import { DecoderUnavailable } from '../../src/vision/decoder-unavailable.js';
import { createLikenessThreads } from '../../src/vision/likeness-threads.js';
import { createPixelReader } from '../../src/vision/pixel-reader.js';
import { LIKENESS_PROGRAM } from '../support/picture-tools.js';

const likeness = createLikenessThreads({ program: LIKENESS_PROGRAM, timeLimitMs: 60_000 });
const picture = await drawn(0);

afterAll(() => likeness.close());

async function drawn(number: number): Promise<ReadPicture> {
  const reader = createPixelReader({ timeLimitMs: 30_000 });
  const png = await demoPictureFor(demoEntries()[number]?.url ?? '');
  const read = await reader.read(png ?? new Uint8Array());
  await reader.close();
  return read;
}

function fingerprintsOf({ rgb, width, height }: ReadPicture) {
  return fingerprintPicture(luminanceOf(rgb, width, height));
}

/** Answers every question with the regions of one picture, or never. */
function indexOf(shown: ReadPicture, name: string): PictureIndex {
  const { regions } = fingerprintsOf(shown);
  return {
    nearest: (hashes) =>
      Promise.resolve(
        hashes.flatMap((_hash, asked) =>
          regions.map(({ region }) => ({ asked, picture: name, region: { ...region }, distance: 60 })),
        ),
      ),
    regionsOf: (names) => Promise.resolve(names.map(() => regions)),
  };
}

const NEVER: PictureIndex = {
  nearest: () => new Promise(() => undefined),
  regionsOf: () => new Promise(() => undefined),
};

describe('Likeness threads', () => {
  it('make of a picture what the core makes of it', async () => {
    expect(await likeness.fingerprint(picture)).toEqual(fingerprintsOf(picture));
  });

  it('search an index that only their owner can reach', async () => {
    const { whole, oriented, found } = await likeness.search(picture, indexOf(picture, 'a picture'));
    expect(whole).toEqual(fingerprintsOf(picture).whole);
    expect(oriented).toHaveLength(8);
    expect(oriented[0]).toEqual(whole.hash);
    expect(found[0]).toMatchObject({ picture: 'a picture', orientation: 'upright' });
    expect(found[0]?.agreement.score).toBeGreaterThan(4);
  });

  it('pass on what the index fails with, and go on with the next picture', async () => {
    const broken: PictureIndex = { ...NEVER, nearest: () => Promise.reject(new Error('The index is gone.')) };
    await expect(likeness.search(picture, broken)).rejects.toThrow('The index is gone.');
    expect((await likeness.search(picture, indexOf(picture, 'again'))).found).toHaveLength(1);
  });

  it('refuse pixels that cannot be a picture', async () => {
    await expect(likeness.fingerprint({ ...picture, width: 7 })).rejects.toThrow('pixels are');
  });

  it('end a search that takes too long', async () => {
    const hasty = createLikenessThreads({ program: LIKENESS_PROGRAM, timeLimitMs: 1 });
    await expect(hasty.search(picture, NEVER)).rejects.toMatchObject({
      name: 'PictureRefused',
      code: 'timed-out',
    });
    await hasty.close();
  });

  it('refuse what is asked once they are closed, and what is under way then', async () => {
    const closing = createLikenessThreads({ program: LIKENESS_PROGRAM });
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const search = closing.search(picture, {
      ...NEVER,
      nearest: () => {
        asked();
        return new Promise(() => undefined);
      },
    });
    const refused = expect(search).rejects.toThrow(DecoderUnavailable);
    await isAsked;
    await closing.close();
    await refused;
    await expect(closing.fingerprint(picture)).rejects.toThrow(DecoderUnavailable);
  });
});
