import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeaningUnavailable } from '../src/app/ports/embedder.js';
import { ConfiguredMeaning } from '../src/configured-meaning.js';
import { writeColourClip } from './support/colour-clip.js';

let modelsDir: string;
const opened: ConfiguredMeaning[] = [];

beforeAll(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), 'assent-meaning-'));
});

afterAll(async () => {
  for (const meaning of opened) await meaning.close();
  await rm(modelsDir, { recursive: true });
});

function configured(model?: string, vectors?: { name: string; revision: string }): ConfiguredMeaning {
  const meaning = new ConfiguredMeaning({
    modelsDir,
    meaning: model === undefined ? undefined : { model, vectors },
  });
  opened.push(meaning);
  return meaning;
}

describe('search by meaning, as it is configured', () => {
  it('is off without a model, and says how it is turned on', async () => {
    const meaning = configured();
    expect(await meaning.status()).toMatchObject({ state: 'off', model: undefined });
    await expect(meaning.embedder()).rejects.toThrow('assent models pull');
  });

  it('becomes ready when the files of the model appear, under the name that the operator says', async () => {
    const meaning = configured('tests/late', { name: 'ViT-B/32', revision: 'openai' });
    expect(await meaning.status()).toMatchObject({ state: 'no-weights', model: 'tests/late' });
    await expect(meaning.embedder()).rejects.toThrow(MeaningUnavailable);
    await writeColourClip(join(modelsDir, 'tests', 'late'));
    expect(await meaning.status()).toMatchObject({ state: 'ready', vectors: { name: 'ViT-B/32' } });
    const embedder = await meaning.embedder();
    expect([embedder.name, embedder.revision]).toEqual(['ViT-B/32', 'openai']);
    const together = await Promise.all([embedder.texts(['red']), embedder.texts(['blue'])]);
    expect(together.map((vectors) => vectors.length)).toEqual([1, 1]);
  });

  it('names what a well-known model learned from, and under which name its vectors are published', async () => {
    const name = 'Xenova/clip-vit-base-patch32';
    await writeColourClip(join(modelsDir, name));
    await writeFile(join(modelsDir, name, 'assent-model.json'), JSON.stringify({ name, revision: 'abc' }));
    const status = await configured(name).status();
    expect(status.vectors).toEqual({ name: 'ViT-B/32', revision: 'openai' });
    expect(status.trainedOn).toContain('no artist was asked');
  });

  it('says that a model does not work, and what to do, without trying it at each search', async () => {
    await writeColourClip(join(modelsDir, 'tests', 'broken'));
    await writeFile(join(modelsDir, 'tests', 'broken', 'onnx', 'vision_model.onnx'), 'no graph');
    const meaning = configured('tests/broken');
    expect((await meaning.status()).state).toBe('ready');
    await expect(meaning.embedder()).rejects.toMatchObject({ status: { state: 'failed' } });
    expect(await meaning.status()).toMatchObject({
      state: 'failed',
      nextStep: expect.stringContaining('tried again after 30 seconds'),
    });
    await expect(meaning.embedder()).rejects.toThrow('does not work');
  });
});
