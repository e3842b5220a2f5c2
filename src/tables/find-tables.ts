import { DuckDBInstance } from '@duckdb/node-api';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { CopyableTable } from '../app/ports/tables.js';
import { fileIdentity } from './file-identity.js';
import { expandPattern, isRemote, prepareRemote } from './remote-table.js';
import { ShardFile } from './shard-file.js';
import { TableFile } from './table-file.js';
import { isTableName } from './table-format.js';
import { UnreadableTable } from './unreadable-table.js';

/** A table or a shard that can be checked and written again. */
export interface FoundTable {
  readonly path: string;
  /** Where it lies below what was named; its own name where it was named itself. */
  readonly place: string;
  /** In bytes; undefined where that is not known beforehand. */
  readonly size: number | undefined;
  /** Whether vectors beside it belong to its rows, one each. */
  readonly hasVectors: boolean;
  /** @throws UnreadableTable */
  open(): Promise<CopyableTable & { close(): void | Promise<void> }>;
  /** @throws UnreadableTable when the file is another than when it was found */
  assertUnchanged(): Promise<void>;
}

/** What reading and writing one table may take. */
const MEMORY = { memory: '1GB' };
const IS_SHARD = /\.tar$/i;
const IS_PATTERN = /[*?[]/;

/**
 * The tables that a path names: a file, everything below a folder, or what a pattern fits. In the order of their paths, so that
 * every run meets them alike. @throws UnreadableTable when there is nothing that can be read
 */
export async function findTables(path: string): Promise<FoundTable[]> {
  if (isRemote(path)) return findRemote(path);
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isDirectory()) return findBelow(path);
  if (kind) return [await found(path, basename(path))];
  if (!IS_PATTERN.test(path)) throw new UnreadableTable(path, 'there is no such file.');
  const paths = await matching(path);
  if (paths.length === 0) throw new UnreadableTable(path, 'no file fits the pattern.');
  const root = fixedPart(path);
  return Promise.all(paths.filter(isNamedAsTable).map((one) => found(one, relative(root, one))));
}

async function findBelow(folder: string): Promise<FoundTable[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const shards = new Set(names.filter((name) => IS_SHARD.test(name)).map(withoutEnding));
  const tables = names.filter(
    (name) =>
      !name.split('/').some((part) => part.startsWith('.')) &&
      // The Parquet file beside a shard is read with the shard.
      (IS_SHARD.test(name) || (isTableName(name) && !shards.has(withoutEnding(name)))),
  );
  if (tables.length === 0) throw new UnreadableTable(folder, 'nothing in this folder is a table or a shard.');
  return Promise.all(tables.map((name) => found(join(folder, name), name)));
}

async function findRemote(path: string): Promise<FoundTable[]> {
  const paths = IS_PATTERN.test(path) ? await matching(path) : [path];
  if (paths.length === 0) throw new UnreadableTable(path, 'no object fits the pattern.');
  return paths.map((one) => ({
    path: one,
    place: basename(one),
    size: undefined,
    hasVectors: false,
    open: () => TableFile.open(one, MEMORY),
    // An object cannot be changed, only replaced; a reader that had begun would see another length or digest.
    assertUnchanged: () => Promise.resolve(),
  }));
}

async function found(path: string, place: string): Promise<FoundTable> {
  const then = await fileIdentity(path);
  return {
    path,
    place,
    size: (await stat(path)).size,
    hasVectors: await hasVectors(path),
    open: () => (IS_SHARD.test(path) ? ShardFile.open(path, MEMORY) : TableFile.open(path, MEMORY)),
    assertUnchanged: async () => {
      if (Buffer.compare(await fileIdentity(path), then) === 0) return;
      throw new UnreadableTable(path, 'it was changed while it was checked. Check it again.');
    },
  };
}

/** The layout of clip-retrieval: `metadata_<n>.parquet`, and `img_emb_<n>.npy` beside it or in the folder next to its own. */
async function hasVectors(path: string): Promise<boolean> {
  const number = /^metadata_(\d+)\.parquet$/.exec(basename(path))?.[1];
  if (number === undefined) return false;
  const name = `img_emb_${number}.npy`;
  const places = [join(dirname(path), name), join(dirname(path), '..', 'img_emb', name)];
  const looked = await Promise.all(places.map((place) => stat(place).catch(() => undefined)));
  return looked.some((kind) => kind !== undefined);
}

async function matching(pattern: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  try {
    if (isRemote(pattern)) await prepareRemote(connection, pattern);
    return await expandPattern(connection, pattern);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function isNamedAsTable(path: string): boolean {
  return IS_SHARD.test(path) || isTableName(path);
}

/** The folder above the first part of a pattern that stands for several names. */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  return (
    parts
      .slice(
        0,
        parts.findIndex((part) => IS_PATTERN.test(part)),
      )
      .join('/') || '/'
  );
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^./]*$/, '');
}
