import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TableSource } from '../app/ports/tables.js';
import { EmbeddedTable } from './embedded-table.js';
import { ShardFile } from './shard-file.js';
import { TableFile } from './table-file.js';
import { isTableName } from './table-format.js';
import { UnreadableTable } from './unreadable-table.js';

export interface OpenInput extends TableSource {
  close(): void | Promise<void>;
}

/** A file, or two that belong together, that can be read as rows. */
export interface Input {
  /** As it is named to people: what was given, or a file in it. */
  readonly name: string;
  readonly hasVectors: boolean;
  /** @throws UnreadableTable */
  open(): Promise<OpenInput>;
}

/** What reading one input may take; the figure that holds a whole ingestion under its bound. */
const MEMORY = { memory: '256MB' };

const IS_SHARD = /\.tar$/i;

/**
 * What a path that somebody gave holds: a table, a shard, a folder of such, or the folder of clip-retrieval.
 * @throws UnreadableTable when there is nothing that can be read
 */
export async function findInputs(path: string): Promise<Input[]> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind) throw new UnreadableTable(path, 'there is no such file.');
  if (!kind.isDirectory()) return [fileInput(path)];
  const pairs = await clipPairs(path);
  if (pairs.length > 0) return pairs;
  const names = (await readdir(path)).sort();
  const shards = new Set(names.filter((name) => IS_SHARD.test(name)).map(stem));
  const inputs = names
    .filter((name) => IS_SHARD.test(name) || (isTableName(name) && !shards.has(stem(name))))
    .map((name) => fileInput(join(path, name)));
  if (inputs.length === 0) throw new UnreadableTable(path, 'nothing in this folder is a table or a shard.');
  return inputs;
}

function fileInput(path: string): Input {
  return {
    name: path,
    hasVectors: false,
    open: () => (IS_SHARD.test(path) ? ShardFile.open(path, MEMORY) : TableFile.open(path, MEMORY)),
  };
}

/** The layout of clip-retrieval: `img_emb_<n>.npy` and `metadata_<n>.parquet`, together or in folders of their own. */
async function clipPairs(folder: string): Promise<Input[]> {
  for (const root of [folder, join(folder, 'emb')]) {
    const vectors = await numbered(root, 'img_emb', /^img_emb_(\d+)\.npy$/);
    if (vectors.size === 0) continue;
    const metadata = await numbered(root, 'metadata', /^metadata_(\d+)\.parquet$/);
    const numbers = [...new Set([...vectors.keys(), ...metadata.keys()])].sort(
      (a, b) => Number(a) - Number(b),
    );
    return numbers.map((number) => pair(root, number, metadata.get(number), vectors.get(number)));
  }
  return [];
}

function pair(
  root: string,
  number: string,
  metadata: string | undefined,
  vectors: string | undefined,
): Input {
  if (metadata === undefined) {
    throw new UnreadableTable(root, `metadata_${number}.parquet is missing beside img_emb_${number}.npy.`);
  }
  if (vectors === undefined) {
    throw new UnreadableTable(root, `img_emb_${number}.npy is missing beside metadata_${number}.parquet.`);
  }
  return { name: metadata, hasVectors: true, open: () => EmbeddedTable.open(metadata, vectors, MEMORY) };
}

async function numbered(root: string, folder: string, form: RegExp): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const place of [root, join(root, folder)]) {
    for (const name of await readdir(place).catch(() => [])) {
      const number = form.exec(name)?.[1];
      if (number !== undefined) found.set(number, join(place, name));
    }
  }
  return found;
}

function stem(name: string): string {
  return basename(name).replace(/\.[^.]*$/, '');
}
