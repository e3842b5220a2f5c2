import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddingFailed, type ProcessEmbedder, startEmbedding } from '../../src/vision/embedding-process.js';
import { COLOUR_CLIP_DIMENSIONS, writeColourClip } from '../support/colour-clip.js';

let folder: string;
let embedder: ProcessEmbedder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-clip-'));
  await writeColourClip(join(folder, 'colours'));
  embedder = await startEmbedding({ folder: join(folder, 'colours'), name: 'colours', revision: '1' });
});

afterAll(async () => {
  await embedder.close();
  await rm(folder, { recursive: true });
});

/** A picture of one colour, noisy as photographs are. */
function picture(colour: readonly number[]) {
  const [width, height] = [40, 24];
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) =>
    Math.min(255, Math.max(0, (colour[at % 3] ?? 0) + ((at * 7919) % 31) - 15)),
  );
  return { rgb, width, height };
}

const NONE = new Float32Array();

function cosine(one: Float32Array = NONE, other: Float32Array = NONE): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

const length = (vector: Float32Array) => Math.hypot(...vector);

describe('a CLIP-like model in a process of its own', () => {
  it('makes vectors of length 1, of one space, for words and for pictures', async () => {
    expect(embedder.dimensions).toBe(COLOUR_CLIP_DIMENSIONS);
    const vectors = [
      ...(await embedder.texts(['a red picture', 'words that it does not know', ''])),
      ...(await embedder.pictures([picture([200, 30, 30])])),
    ];
    for (const vector of vectors) {
      expect(vector).toHaveLength(COLOUR_CLIP_DIMENSIONS);
      expect(length(vector)).toBeCloseTo(1, 5);
    }
  });

  it.each([
    ['dark green', [0, 100, 0]],
    ['a pale picture of blue', [150, 160, 255]],
    ['dark red', [110, 0, 5]],
  ] as const)('takes "%s" for the colour that nobody told it is called so', async (words, colour) => {
    const others = [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 255],
      [0, 0, 0],
    ] as const;
    const [asked] = await embedder.texts([words]);
    const [meant, ...rest] = await embedder.pictures([colour, ...others].map((one) => picture(one)));
    for (const other of rest) expect(cosine(asked, meant)).toBeGreaterThan(cosine(asked, other));
  });

  it('gives each text the vector that it has alone, however many go together', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'red' : 'a dark picture of blue'));
    const together = await embedder.texts(texts);
    const [red, blue] = [await embedder.texts(['red']), await embedder.texts(['a dark picture of blue'])];
    for (const [at, vector] of together.entries()) {
      expect(cosine(vector, (at % 2 === 0 ? red : blue)[0])).toBeCloseTo(1, 4);
    }
  });

  it('answers tasks in their turn, and goes on after one that it can make nothing of', async () => {
    const broken = embedder.pictures([{ rgb: new Uint8Array(3), width: 0, height: 0 }]);
    const sound = embedder.texts(['green']);
    await expect(broken).rejects.toThrow(EmbeddingFailed);
    expect(await sound).toHaveLength(1);
  });

  it('says what is wrong with a folder that holds another kind of model, or none', async () => {
    const start = (name: string) => startEmbedding({ folder: join(folder, name), name, revision: '1' });
    await expect(start('nothing')).rejects.toThrow(EmbeddingFailed);
    await writeColourClip(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'config.json'), JSON.stringify({ model_type: 'bert' }));
    await expect(start('other')).rejects.toThrow('config.json names the kind bert');
  });

  it('loads no model that tells faces apart: what it does not know as one of CLIP’s kind is refused', async () => {
    for (const type of ['arcface', 'facenet', 'vit', 'dinov2']) {
      await writeFile(join(folder, 'other', 'config.json'), JSON.stringify({ model_type: type }));
      const start = startEmbedding({ folder: join(folder, 'other'), name: 'other', revision: '1' });
      await expect(start).rejects.toThrow(`config.json names the kind ${type}`);
    }
  });

  it('is ended when it takes too long', async () => {
    const start = startEmbedding({
      folder: join(folder, 'colours'),
      name: 'colours',
      revision: '1',
      timeLimitMs: 1,
    });
    await expect(start).rejects.toThrow('longer than 0.001 seconds');
  });
});
