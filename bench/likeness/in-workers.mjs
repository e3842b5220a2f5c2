import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Threads that a bench keeps busy. */
export const THREADS = availableParallelism();

/**
 * Runs a worker for each share, whose `dataOf(share)` it gets, and hears what they say, in any order, until all have ended.
 * @returns every message, by share
 */
export async function inWorkers(file, dataOf, hear = () => undefined) {
  return Promise.all(
    Array.from({ length: THREADS }, (_, share) => {
      const worker = new Worker(new URL(file, import.meta.url), { workerData: dataOf(share) });
      const messages = [];
      worker.on('message', (message) => {
        messages.push(message);
        hear(message);
      });
      return new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('exit', () => resolve(messages));
      });
    }),
  );
}
