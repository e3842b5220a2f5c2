import { open, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DigestedFile } from '../app/ports/snapshots.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import type { ReadResult, ReadTask } from './read-thread.js';

/** From here on hashing takes longer than starting a thread for it. */
const LEAST_FOR_A_THREAD = 64 * 1_024 * 1_024;

/**
 * Reads a file into memory that threads share, and hashes it; a large one in a thread of its own, so that several take as long
 * as the largest. Of a file that is longer than it may be one byte more is read, which shows it. Rejects where there is none.
 */
export async function readDigested(path: string, most: number): Promise<DigestedFile> {
  const { size } = await stat(path);
  const bytes = new Uint8Array(new SharedArrayBuffer(Math.min(size, most + 1)));
  return bytes.length < LEAST_FOR_A_THREAD ? readHere(path, bytes) : readInThread({ path, bytes });
}

async function readHere(path: string, bytes: Uint8Array): Promise<DigestedFile> {
  const handle = await open(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      ({ bytesRead: read } = await handle.read(bytes, length, bytes.length - length, length));
    }
    const whole = bytes.subarray(0, length);
    return { bytes: whole, sha256: bytesToHex(nodeSha256(whole)) };
  } finally {
    await handle.close();
  }
}

async function readInThread(task: ReadTask): Promise<DigestedFile> {
  const worker = new Worker(new URL('./read-thread.js', import.meta.url), { workerData: task, env: {} });
  // `once` fails where the thread does.
  const [told] = (await Promise.race([once(worker, 'message'), once(worker, 'exit')])) as [
    ReadResult | number,
  ];
  await worker.terminate();
  if (typeof told === 'number') throw new Error(`The thread that reads ${task.path} has ended.`);
  const { length, sha256 } = told;
  return { bytes: task.bytes.subarray(0, length), sha256 };
}
