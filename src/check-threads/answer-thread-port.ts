import { Worker } from 'node:worker_threads';
import type { PackedAnswers } from '../app/ports/consent-answers.js';
import type { PackedTexts } from '../app/ports/tables.js';
import type { ThreadAnswer, ThreadTask } from './thread-messages.js';

export interface ThreadProgram {
  readonly url: URL;
  readonly execArgv: readonly string[];
}

interface Asked {
  readonly resolve: (answers: PackedAnswers) => void;
  readonly reject: (error: Error) => void;
}

/** One thread that answers. Whatever ends it fails all that it was asked: nothing may pass for an answer. */
export class AnswerThread {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];
  #ended: Error | undefined;

  constructor({ url, execArgv }: ThreadProgram, task: ThreadTask) {
    this.#worker = new Worker(url, { execArgv: [...execArgv], env: {}, workerData: task });
    // Until it is asked it keeps no process alive.
    this.#worker.unref();
    this.#worker.on('message', (answer: ThreadAnswer) => {
      const asked = this.#asked.shift();
      if ('failure' in answer) asked?.reject(new Error(answer.failure));
      else asked?.resolve(answer);
      if (this.#asked.length === 0) this.#worker.unref();
    });
    this.#worker.on('error', (error) => {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker.on('exit', () => {
      this.#end(new Error('A thread that answers has ended before it had answered.'));
    });
  }

  /** How many batches it was asked about and has not answered. */
  get waiting(): number {
    return this.#asked.length;
  }

  /** @param texts lent until they are answered */
  check(texts: PackedTexts): Promise<PackedAnswers> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.ref();
      const { bytes, starts, ends } = texts;
      this.#worker.postMessage(
        texts,
        [bytes, starts, ends].map(({ buffer }) => buffer as ArrayBuffer),
      );
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
