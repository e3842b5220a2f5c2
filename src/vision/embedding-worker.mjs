/**
 * The process that holds a CLIP-like model: the only place where the library and its runtime are loaded. It is plain
 * JavaScript, so that the same file runs beside the compiled server and beside its sources; embedding-process.ts starts
 * it, gives it one task at a time and ends it. It reads one folder and asks no network.
 *
 * In:  first { folder }, then for each task { texts: string[] } or { pictures: { rgb, width, height }[] }
 * Out: { ready: true } once, { dimensions } for the folder, then for each task { vectors: Float32Array[] }, each of length 1;
 *      { failed: string } when that could not be
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  AutoProcessor,
  AutoTokenizer,
  CLIPTextModelWithProjection,
  CLIPVisionModelWithProjection,
  env,
  RawImage,
  SiglipTextModel,
  SiglipVisionModel,
} from '@xenova/transformers';

env.allowRemoteModels = false;
env.useFSCache = false;
env.useBrowserCache = false;

/** The kinds of models whose two halves come as two graphs, and what their vectors are called. */
const KINDS = {
  clip: {
    text: CLIPTextModelWithProjection,
    vision: CLIPVisionModelWithProjection,
    textOutput: 'text_embeds',
    visionOutput: 'image_embeds',
    padding: true,
  },
  siglip: {
    text: SiglipTextModel,
    vision: SiglipVisionModel,
    textOutput: 'pooler_output',
    visionOutput: 'pooler_output',
    padding: 'max_length',
  },
};

/** How many go through the model together: more would only need more memory. */
const BATCH = 16;

let model;

async function load(folder) {
  env.localModelPath = dirname(folder);
  const name = basename(folder);
  const { model_type: type } = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'));
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) {
    throw new Error(`config.json names the kind ${type}; known are ${Object.keys(KINDS).join(' and ')}.`);
  }
  const options = { quantized: false, local_files_only: true };
  model = {
    kind,
    tokenizer: await AutoTokenizer.from_pretrained(name, options),
    processor: await AutoProcessor.from_pretrained(name, options),
    text: await kind.text.from_pretrained(name, { ...options }),
    vision: await kind.vision.from_pretrained(name, { ...options }),
  };
  const [ofText] = await embedTexts(['a']);
  const [ofPicture] = await embedPictures([{ rgb: new Uint8Array(3 * 64).fill(200), width: 8, height: 8 }]);
  if (ofText.length !== ofPicture.length) {
    throw new Error(
      `Its texts have ${ofText.length} numbers and its pictures ${ofPicture.length}: no one space.`,
    );
  }
  return { dimensions: ofText.length };
}

async function embedTexts(texts) {
  const { kind, tokenizer, text } = model;
  const output = await text(tokenizer(texts, { padding: kind.padding, truncation: true }));
  return rowsOf(output[kind.textOutput]);
}

async function embedPictures(pictures) {
  const { kind, processor, vision } = model;
  const images = pictures.map(
    ({ rgb, width, height }) => new RawImage(new Uint8ClampedArray(rgb), width, height, 3),
  );
  const output = await vision(await processor(images));
  return rowsOf(output[kind.visionOutput]);
}

/** Each row of a two-dimensional tensor, brought to length 1. */
function rowsOf({ dims, data }) {
  const [rows, width] = dims;
  return Array.from({ length: rows }, (_, row) => {
    const vector = Float32Array.from(data.subarray(row * width, (row + 1) * width));
    const length = Math.hypot(...vector);
    if (!Number.isFinite(length) || length === 0)
      throw new Error('The model gave a vector that points nowhere.');
    return vector.map((value) => value / length);
  });
}

async function inBatches(items, embed) {
  const vectors = [];
  for (let at = 0; at < items.length; at += BATCH)
    vectors.push(...(await embed(items.slice(at, at + BATCH))));
  return { vectors };
}

function work(task) {
  if (task.folder !== undefined) return load(task.folder);
  return task.texts === undefined
    ? inBatches(task.pictures, embedPictures)
    : inBatches(task.texts, embedTexts);
}

process.on('message', (task) => {
  work(task).then(
    (answer) => process.send(answer),
    (error) => process.send({ failed: error instanceof Error ? error.message : String(error) }),
  );
});

process.send({ ready: true });
