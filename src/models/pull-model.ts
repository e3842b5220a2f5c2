import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutgoingRequests } from '../app/ports/surroundings.js';
import { type HubListing, type ListedFile, listModel } from './hub-listing.js';
import { MANIFEST_FILE, MODEL_NAME } from './model-files.js';
import { type ModelFolder, readModelFolder } from './model-folder.js';
import { ModelNotPulled } from './model-not-pulled.js';

export interface PullOptions {
  /** `owner/name` on the hub. */
  readonly name: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  /** Base address of the hub, without a trailing slash. */
  readonly hub: string;
  /** Where the model goes; absolute. */
  readonly folder: string;
  readonly outgoing: OutgoingRequests;
  readonly onProgress?: (file: string, bytes: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Asked for at a time: little is lost when a connection breaks, and little is held in memory. */
const CHUNK_BYTES = 8 * 1024 * 1024;
const CHUNK_TIMEOUT_MS = 300_000;

/**
 * Gets a model's files from a hub, each checked against the digest that the hub lists, and the manifest last: a folder with
 * a manifest is whole. A pull that was cut goes on where it stopped; files that are there and right are not asked for again.
 * @throws ModelNotPulled
 */
export async function pullModel(options: PullOptions): Promise<ModelFolder> {
  const { name, revision, hub, folder, outgoing } = options;
  if (!MODEL_NAME.test(name) || name.includes('..')) {
    throw new ModelNotPulled(
      'bad-name',
      `"${name}" names no model. Write owner/name, such as Xenova/clip-vit-base-patch32.`,
    );
  }
  const listing = await listModel(outgoing, hub, name, revision);
  for (const file of listing.files) await pullFile(options, listing, file);
  const manifest = { name, revision: listing.commit, hub, files: listing.files };
  const path = join(folder, MANIFEST_FILE);
  await writeFile(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(`${path}.new`, path);
  return readModelFolder(folder);
}

async function pullFile(options: PullOptions, { commit }: HubListing, file: ListedFile): Promise<void> {
  const { folder, hub, name } = options;
  const path = join(folder, ...file.path.split('/'));
  if (await isRight(path, file)) return;
  await mkdir(dirname(path), { recursive: true });
  // Named for what it will be: parts of two revisions never run together.
  const part = `${path}.${file.digest.hex.slice(0, 16)}.part`;
  await download(options, `${hub}/${name}/resolve/${commit}/${file.path}`, part, file);
  if (!(await isRight(part, file))) {
    await rm(part, { force: true });
    throw new ModelNotPulled(
      'damaged',
      `${file.path} of ${name} did not arrive as the hub lists it, and was thrown away. Pull again.`,
    );
  }
  await rename(part, path);
}

async function download(
  { outgoing, onProgress, signal }: PullOptions,
  url: string,
  part: string,
  { path, size }: ListedFile,
): Promise<void> {
  const out = await open(part, 'a');
  try {
    let at = (await out.stat()).size;
    while (at < size) {
      signal?.throwIfAborted();
      onProgress?.(path, at, size);
      const chunk = await readChunk(outgoing, url, at, Math.min(size, at + CHUNK_BYTES), size);
      await out.write(chunk);
      at += chunk.length;
    }
    await out.sync();
    onProgress?.(path, at, size);
  } finally {
    await out.close();
  }
}

/** Bytes from `from` to before `to`. A server that knows no ranges may send a file that is small enough as a whole. */
async function readChunk(
  outgoing: OutgoingRequests,
  url: string,
  from: number,
  to: number,
  size: number,
): Promise<Uint8Array> {
  const answer = await outgoing
    .get(url, { maxBytes: CHUNK_BYTES, timeoutMs: CHUNK_TIMEOUT_MS, range: { first: from, last: to - 1 } })
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new ModelNotPulled('unreachable', `${url} broke off. ${why} Pull again to go on from there.`, {
        cause: error,
      });
    });
  const { status, body } = answer;
  if (status === 206 && body.length === to - from) return body;
  if (status === 200 && body.length === size) return body.subarray(from, to);
  throw new ModelNotPulled(
    status >= 400 ? 'unreachable' : 'bad-answer',
    `${url} answered bytes ${from} to ${to - 1} with status ${status} and ${body.length} bytes. Pull again later.`,
  );
}

/** Whether the file has the size and digest that are listed. */
async function isRight(path: string, { size, digest }: ListedFile): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== size) return false;
  const hash = createHash(digest.algorithm === 'sha256' ? 'sha256' : 'sha1');
  if (digest.algorithm === 'git-sha1') hash.update(`blob ${size}\0`);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === digest.hex;
}
