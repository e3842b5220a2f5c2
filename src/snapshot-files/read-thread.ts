/** The thread that reads a large file and hashes it, piece by piece while it lies near; read-digested.ts starts it. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is given: a file, and memory for as much of it as is wanted. */
export interface ReadTask {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ReadResult {
  /** How much was there. */
  readonly length: number;
  /** SHA-256 of that, in hexadecimal. */
  readonly sha256: string;
}

const PIECE = 4 * 1_024 * 1_024;

const { path, bytes } = workerData as ReadTask;
const hash = createHash('sha256');
const file = openSync(path, 'r');
let length = 0;
for (let read = -1; read !== 0 && length < bytes.length; length += read) {
  read = readSync(file, bytes, length, Math.min(PIECE, bytes.length - length), length);
  hash.update(bytes.subarray(length, length + read));
}
closeSync(file);
parentPort?.postMessage({ length, sha256: hash.digest('hex') } satisfies ReadResult);
