import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import type { Embedder, Pixels } from '../app/ports/embedder.js';
import { type OutcomeApart, ProcessApart } from '../processes/process-apart.js';

export interface EmbeddingProcessOptions {
  /** Folder of the model; absolute. */
  readonly folder: string;
  /** What its vectors are stored under. */
  readonly name: string;
  readonly revision: string;
  /** For loading the model and for each task, in milliseconds. Default 120,000. */
  readonly timeLimitMs?: number;
}

/** An embedder that holds a process. */
export interface ProcessEmbedder extends Embedder {
  /** Ends the process, with the task that it may be at. */
  close(): Promise<void>;
}

/** The process ended, took too long, or could not make anything of the model or the task. */
export class EmbeddingFailed extends Error {
  override readonly name = 'EmbeddingFailed';

  /** @param isOver whether the process is of no more use; otherwise only this task came to nothing */
  constructor(
    message: string,
    readonly isOver = true,
  ) {
    super(message);
  }
}

type Task =
  | { readonly texts: readonly string[] }
  | { readonly pictures: readonly Pixels[] }
  | { readonly folder: string };

const WORKER = fileURLToPath(new URL('./embedding-worker.mjs', import.meta.url));

/**
 * Loads a model into a process of its own, whose runtime keeps every core busy while the server goes on answering. Tasks
 * wait for each other; the process inherits no environment and does not keep the server alive while idle.
 * @throws EmbeddingFailed when the folder holds no CLIP-like model
 */
export async function startEmbedding(options: EmbeddingProcessOptions): Promise<ProcessEmbedder> {
  const { folder, name, revision, timeLimitMs = 120_000 } = options;
  const worker = new Worker(timeLimitMs);
  try {
    await worker.started();
    const dimensions = (await worker.ask({ folder }))['dimensions'];
    if (typeof dimensions !== 'number')
      throw new EmbeddingFailed('The process did not say how long its vectors are.');
    return {
      name,
      revision,
      dimensions,
      texts: async (texts) => vectorsOf(await worker.ask({ texts }), texts.length, dimensions),
      pictures: async (pictures) => vectorsOf(await worker.ask({ pictures }), pictures.length, dimensions),
      close: () => worker.end(),
    };
  } catch (error) {
    await worker.end();
    throw error instanceof EmbeddingFailed ? new EmbeddingFailed(error.message) : error;
  }
}

function vectorsOf(answer: Answer, count: number, dimensions: number): Float32Array[] {
  const { vectors } = answer;
  if (!Array.isArray(vectors) || vectors.length !== count)
    throw new EmbeddingFailed('The process gave other vectors.');
  return vectors.map((vector: unknown) => {
    if (!types.isFloat32Array(vector) || vector.length !== dimensions) {
      throw new EmbeddingFailed('The process gave vectors of another length.');
    }
    return new Float32Array(vector);
  });
}

type Answer = Readonly<Record<string, unknown>>;

class Worker {
  readonly #process = new ProcessApart({ path: WORKER });
  readonly #timeLimitMs: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(timeLimitMs: number) {
    this.#timeLimitMs = timeLimitMs;
  }

  async started(): Promise<void> {
    await this.#said(await this.#process.loaded(this.#timeLimitMs));
  }

  async ask(task: Task): Promise<Answer> {
    const answer = this.#turn.then(async () => this.#said(await this.#process.ask(task, this.#timeLimitMs)));
    this.#turn = answer.catch(() => undefined);
    const given = await answer;
    if (typeof given['failed'] === 'string') throw new EmbeddingFailed(given['failed'], false);
    return given;
  }

  async end(): Promise<void> {
    await this.#process.end();
  }

  /** A process that took too long is ended. */
  async #said(outcome: OutcomeApart): Promise<Answer> {
    if (typeof outcome === 'object') return outcome.message as Answer;
    await this.#process.end();
    throw new EmbeddingFailed(
      outcome === 'late'
        ? `The model took longer than ${this.#timeLimitMs / 1_000} seconds.`
        : 'The process that holds the model ended.',
    );
  }
}
