import { Worker } from 'node:worker_threads';
import type { RoomTask, SieveAnswer, SieveTask } from './sieve-messages.js';

export interface ThreadProgram {
  readonly url: URL;
  readonly execArgv: readonly string[];
}

interface Asked {
  readonly task: RoomTask;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** One thread that sifts. Whatever ends it fails all that it was asked: nothing may pass for an answer. */
export class SieveThread {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];
  #ended: Error | undefined;

  constructor({ url, execArgv }: ThreadProgram, task: SieveTask) {
    this.#worker = new Worker(url, { execArgv: [...execArgv], env: {}, workerData: task });
    // Until it is asked it keeps no process alive.
    this.#worker.unref();
    this.#worker.on('message', (answer: SieveAnswer) => {
      const asked = this.#asked.shift();
      if ('failure' in answer) asked?.reject(new Error(answer.failure));
      else if (answer.room === asked?.task.room && answer.count === asked.task.count) asked.resolve();
      else asked?.reject(new Error('A thread that sifts addresses has answered what it was not asked.'));
      if (this.#asked.length === 0) this.#worker.unref();
    });
    this.#worker.on('error', (error) => {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker.on('exit', () => {
      this.#end(new Error('A thread that sifts addresses has ended before it had answered.'));
    });
  }

  /** How many batches it was asked about and has not answered. */
  get waiting(): number {
    return this.#asked.length;
  }

  /** Sifts the texts of a room, which nobody else may touch until then. */
  sift(task: RoomTask): Promise<void> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#asked.push({ task, resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#asked.splice(0)) reject(this.#ended);
  }
}
