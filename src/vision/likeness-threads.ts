import { Worker } from 'node:worker_threads';
import type {
  LikenessComputer,
  LikenessFindings,
  PictureIndex,
  ReadPicture,
  WholeHashes,
} from '../app/ports/pictures.js';
import type { PictureFingerprints } from '../core/likeness/fingerprint-picture.js';
import type { FromThread, IndexAnswer, LikenessResult, LikenessTask, ToThread } from './likeness-messages.js';
import { DecoderUnavailable } from './decoder-unavailable.js';
import { PictureRefused } from './picture-refused.js';

export interface LikenessThreadOptions {
  /** How many pictures are worked on at a time. Default 1. */
  readonly threads?: number;
  /** For one picture, waiting not counted. Default 20,000. */
  readonly timeLimitMs?: number;
  /** What the threads run, and with which options of Node: the sources, where they are not compiled. */
  readonly program?: { readonly url: URL; readonly execArgv: readonly string[] };
}

export interface ThreadedLikeness extends LikenessComputer {
  /** Ends the threads; what is under way or waits is refused. */
  close(): Promise<void>;
}

const PROGRAM = { url: new URL('./likeness-thread.js', import.meta.url), execArgv: [] };

/** Each holds less than a megabyte of pixels until its turn. */
const MAX_WAITING = 32;

const NO_INDEX: PictureIndex = {
  nearest: () => Promise.resolve([]),
  regionsOf: () => Promise.resolve([]),
};

/** Computes likeness in threads that start with the first picture, are replaced after a kill, and keep no process alive. */
export function createLikenessThreads(options: LikenessThreadOptions = {}): ThreadedLikeness {
  const { threads = 1, timeLimitMs = 20_000, program = PROGRAM } = options;
  const lanes = Array.from({ length: threads }, () => new Lane(program, timeLimitMs));
  const next = <T>(want: LikenessTask['want'], picture: ReadPicture, index: PictureIndex): Promise<T> => {
    const [lane] = lanes.toSorted((a, b) => a.waiting - b.waiting) as [Lane];
    const { rgb, width, height } = picture;
    return lane.next({ want, rgb, width, height }, index) as Promise<T>;
  };
  return {
    fingerprint: (picture) => next<PictureFingerprints>('fingerprints', picture, NO_INDEX),
    hashes: (picture) => next<WholeHashes>('hashes', picture, NO_INDEX),
    search: (picture, index) => next<LikenessFindings>('likenesses', picture, index),
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** One thread, and who waits for it. */
class Lane {
  waiting = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private worker: Worker | undefined;
  private closed = false;

  constructor(
    private readonly program: NonNullable<LikenessThreadOptions['program']>,
    private readonly timeLimitMs: number,
  ) {}

  async next(task: LikenessTask, index: PictureIndex): Promise<LikenessResult> {
    if (this.waiting >= MAX_WAITING) {
      throw new PictureRefused(
        'busy',
        'Too many pictures are waiting to be compared. Try again in a minute.',
      );
    }
    this.waiting += 1;
    const result = this.turn.then(() => this.carryOut(task, index));
    this.turn = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.waiting -= 1;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.end();
  }

  private async carryOut(task: LikenessTask, index: PictureIndex): Promise<LikenessResult> {
    if (this.closed) throw closed();
    const worker = this.worker ?? this.start();
    worker.ref();
    try {
      return await converse(worker, task, index, this.timeLimitMs);
    } catch (error) {
      // It may still be at this picture, or at a question that nobody will answer.
      await this.end();
      throw this.reasonFor(error);
    } finally {
      worker.unref();
    }
  }

  private reasonFor(error: unknown): unknown {
    return this.closed ? closed() : error;
  }

  private start(): Worker {
    const { url, execArgv } = this.program;
    this.worker = new Worker(url, { execArgv: [...execArgv], env: {} });
    return this.worker;
  }

  private async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}

/** Gives the thread its task, answers what it asks, and waits for the result, at most `limitMs` in all. */
function converse(
  worker: Worker,
  task: LikenessTask,
  index: PictureIndex,
  limitMs: number,
): Promise<LikenessResult> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      then();
    };
    const fail = (error: unknown): void => {
      settle(() => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    const onMessage = (message: FromThread): void => {
      if ('question' in message) {
        answerTo(message.question, index).then((answer) => {
          send(worker, { answer });
        }, fail);
      } else if ('result' in message) {
        settle(() => {
          resolve(message.result);
        });
      } else fail(new Error(`A picture could not be compared: ${message.failure}`));
    };
    const onError = (error: unknown): void => {
      fail(error);
    };
    const onExit = (): void => {
      fail(new Error('The thread that compares pictures ended.'));
    };
    const timer = setTimeout(() => {
      const seconds = limitMs / 1_000;
      fail(new PictureRefused('timed-out', `The picture took longer than ${seconds} seconds to compare.`));
    }, limitMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    send(worker, { task });
  });
}

function answerTo(
  question: Extract<FromThread, { question: unknown }>['question'],
  index: PictureIndex,
): Promise<IndexAnswer> {
  return 'nearest' in question ? index.nearest(question.nearest) : index.regionsOf(question.regionsOf);
}

function send(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}

function closed(): DecoderUnavailable {
  return new DecoderUnavailable(
    'Pictures are no longer compared, because the registry is shutting down. Try again later.',
  );
}
