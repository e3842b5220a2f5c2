import { type FileHandle, open } from 'node:fs/promises';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DigestedFile } from '../app/ports/snapshots.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import type { HashTask } from './hash-thread.js';

export interface DigestOptions {
  /** Files of so many bytes and more are hashed in a thread: from there on it takes longer than starting one. */
  readonly threadFrom?: number;
  /** What the thread runs, and with which options of Node: the sources, where they are not compiled. */
  readonly program?: { readonly url: URL; readonly execArgv: readonly string[] };
}

const THREAD_FROM = 64 * 1_024 * 1_024;
const PROGRAM = { url: new URL('./hash-thread.js', import.meta.url), execArgv: [] };
const PIECE = 4 * 1_024 * 1_024;

/**
 * Reads a file into memory that threads share, and hashes it; a large one in a thread of its own while it is still being read, so that
 * several take as long as hashing the largest. Of a file that is longer than it may be one byte more is read, which shows it. Rejects
 * where there is none.
 */
export async function readDigested(
  path: string,
  most: number,
  { threadFrom = THREAD_FROM, program = PROGRAM }: DigestOptions = {},
): Promise<DigestedFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(Math.min(size, most + 1)));
    if (bytes.length >= threadFrom) return await readAndHash(file, bytes, program);
    const whole = bytes.subarray(0, await readInto(file, bytes));
    return { bytes: whole, sha256: bytesToHex(nodeSha256(whole)) };
  } finally {
    await file.close();
  }
}

/** @param onRead told how much is there, piece by piece. @returns how much that is in the end */
async function readInto(
  file: FileHandle,
  bytes: Uint8Array,
  onRead?: (length: number) => void,
): Promise<number> {
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    const piece = Math.min(PIECE, bytes.length - length);
    ({ bytesRead: read } = await file.read(bytes, length, piece, length));
    onRead?.(length + read);
  }
  return length;
}

async function readAndHash(
  file: FileHandle,
  bytes: Uint8Array,
  { url, execArgv }: NonNullable<DigestOptions['program']>,
): Promise<DigestedFile> {
  const progress = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  const workerData: HashTask = { bytes, progress };
  const worker = new Worker(url, { execArgv: [...execArgv], workerData, env: {} });
  const tell = (length: number, isEnd: 0 | 1) => {
    Atomics.store(progress, 0, 2n * BigInt(length) + BigInt(isEnd));
    Atomics.notify(progress, 0);
  };
  try {
    const hashed = sha256From(worker);
    // Its failure is met below; until then nobody waits for it.
    hashed.catch(() => undefined);
    const length = await readInto(file, bytes, (read) => {
      tell(read, 0);
    });
    tell(length, 1);
    return { bytes: bytes.subarray(0, length), sha256: await hashed };
  } finally {
    await worker.terminate();
  }
}

async function sha256From(worker: Worker): Promise<string> {
  // `once` fails where the thread does.
  const [told] = (await Promise.race([once(worker, 'message'), once(worker, 'exit')])) as [string | number];
  if (typeof told === 'number') throw new Error('The thread that hashes a file has ended before it had.');
  return told;
}
