/** The thread that hashes a large file while it is read, piece by piece while each lies near; read-digested.ts starts it. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

export interface HashTask {
  /** Room for the file, which is filled from its beginning. */
  readonly bytes: Uint8Array;
  /** One number: twice how many bytes are there, and 1 more once no others come. */
  readonly progress: BigInt64Array;
}

const PIECE = 1_024 * 1_024;

const { bytes, progress } = workerData as HashTask;
const hash = createHash('sha256');
let length = 0;
for (let told = 0n; ;) {
  Atomics.wait(progress, 0, told);
  told = Atomics.load(progress, 0);
  const end = Number(told >> 1n);
  while (length < end) {
    const next = Math.min(end, length + PIECE);
    hash.update(bytes.subarray(length, next));
    length = next;
  }
  if ((told & 1n) === 1n) break;
}
parentPort?.postMessage(hash.digest('hex'));
