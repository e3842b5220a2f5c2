import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { MANIFEST_FILE, MODEL_FILES } from './model-files.js';

/** A model whose files are all there. */
export interface ModelFolder {
  /** Absolute. */
  readonly folder: string;
  readonly name: string;
  /** A hub's commit, or what the weights themselves are known by. */
  readonly revision: string;
  readonly bytes: number;
}

/** The folder of a model lacks files, or says of itself what cannot be read. */
export class ModelIncomplete extends Error {
  override readonly name = 'ModelIncomplete';

  constructor(
    readonly folder: string,
    problem: string,
  ) {
    super(`The model in ${folder} cannot be used: ${problem}`);
  }
}

/**
 * Where a model lies that the operator named: a path, absolute or beginning with a dot, or the name of one that was pulled.
 * @param modelsFolder where models are pulled to; absolute
 */
export function folderOfModel(named: string, modelsFolder: string): string {
  return isAbsolute(named) ? named : join(modelsFolder, ...named.split('/'));
}

/** @throws ModelIncomplete */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const sizes = await Promise.all(MODEL_FILES.map((file) => sizeOf(join(folder, ...file.split('/')))));
  const missing = MODEL_FILES.filter((_, at) => sizes[at] === undefined);
  if (missing.length > 0) throw new ModelIncomplete(folder, `it has no ${missing.join(', ')}.`);
  const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const manifest = await readManifest(folder);
  if (manifest) return { folder, ...manifest, bytes };
  return { folder, name: basename(folder), revision: await digestOfWeights(folder), bytes };
}

/** Every model that was pulled, whole or not, by name. */
export async function pulledModels(modelsFolder: string): Promise<{ name: string; folder: string }[]> {
  const found = await readdir(modelsFolder, { recursive: true }).catch(() => []);
  return found
    .filter((path) => basename(path) === MANIFEST_FILE)
    .map((path) => join(modelsFolder, path, '..'))
    .map((folder) => ({ folder, name: relative(modelsFolder, folder).split(sep).join('/') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

async function readManifest(folder: string): Promise<{ name: string; revision: string } | undefined> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { name, revision } = JSON.parse(text) as Record<string, unknown>;
    if (typeof name === 'string' && typeof revision === 'string') return { name, revision };
  } catch {
    // What follows says it.
  }
  throw new ModelIncomplete(folder, `its ${MANIFEST_FILE} cannot be read. Pull the model again.`);
}

/** Weights without a manifest are known by what they are: other bytes, other vectors. */
async function digestOfWeights(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['text_model.onnx', 'vision_model.onnx']) {
    for await (const chunk of createReadStream(join(folder, 'onnx', file))) hash.update(chunk as Buffer);
  }
  return `sha256-${hash.digest('hex').slice(0, 32)}`;
}
