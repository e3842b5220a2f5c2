import type { Printed } from './print-worker.js';

/** Threads beside the page that make fingerprints. */
export interface Printer {
  print(file: File): Promise<Printed>;
  close(): void;
}

const MOST_THREADS = 4;

/** Each thread has one file in hand; who asks waits until one is free. */
export function openPrinter(): Printer {
  const count = Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency - 1));
  const threads = Array.from(
    { length: count },
    () => new Worker(new URL('./print-worker.ts', import.meta.url), { type: 'module' }),
  );
  const free = [...threads];
  const waiting: ((thread: Worker) => void)[] = [];

  const take = (): Promise<Worker> => {
    const thread = free.pop();
    return thread === undefined
      ? new Promise((resolve) => {
          waiting.push(resolve);
        })
      : Promise.resolve(thread);
  };
  const give = (thread: Worker): void => {
    const next = waiting.shift();
    if (next === undefined) {
      free.push(thread);
    } else {
      next(thread);
    }
  };
  return {
    async print(file) {
      const thread = await take();
      try {
        return await new Promise<Printed>((resolve, reject) => {
          thread.onmessage = ({ data }: MessageEvent<Printed>) => {
            resolve(data);
          };
          thread.onerror = ({ message }) => {
            reject(new Error(message));
          };
          thread.postMessage(file);
        });
      } finally {
        give(thread);
      }
    },
    close() {
      for (const thread of threads) {
        thread.terminate();
      }
    },
  };
}
