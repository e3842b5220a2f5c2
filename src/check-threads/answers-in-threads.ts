import { availableParallelism } from 'node:os';
import type { ConsentAnswers, ConsentQuestions } from '../app/ports/consent-answers.js';
import type { Clock } from '../app/ports/surroundings.js';
import { type FreshSnapshot, snapshotAnswers } from '../app/snapshots/snapshot-answers.js';
import { answerItems } from '../app/snapshots/answer-items.js';
import { AnswerThread, type ThreadProgram } from './answer-thread-port.js';
import { shareSieve } from './address-sieve.js';
import { sharedBytes } from './shared-bytes.js';

export interface AnswerThreadsOptions {
  /** As many as there are cores unless said. */
  readonly threads?: number;
  /** What the threads run, and with which options of Node: the sources, where they are not compiled. */
  readonly program?: ThreadProgram;
}

const PROGRAM: ThreadProgram = { url: new URL('./answer-thread.js', import.meta.url), execArgv: [] };

/** Batches for each thread: one to answer, one to go on with at once. */
const BATCHES_EACH = 2;

/**
 * Answers from the files of a snapshot as `snapshotAnswers` gives them, and for many addresses at once in threads, which start
 * with the first batch. Throws `SnapshotUnusable`.
 */
export function answersInThreads(
  snapshot: FreshSnapshot,
  asked: ConsentQuestions,
  clock: Clock,
  { threads = availableParallelism(), program = PROGRAM }: AnswerThreadsOptions = {},
): ConsentAnswers {
  const answers = snapshotAnswers(snapshot, asked, clock);
  const moment = answers.bases[0]?.moment ?? clock();
  let started: AnswerThread[] | undefined;
  const start = () => {
    const files = new Map([...snapshot.files].map(([name, bytes]) => [name, sharedBytes(bytes)]));
    const sieve = shareSieve(files, threads);
    return Array.from(
      { length: threads },
      (_, thread) => new AnswerThread(program, { files, questions: asked, moment, sieve, thread }),
    );
  };
  return {
    ...answers,
    packed: {
      unanswered: answerItems(snapshot.tables, asked, moment).unanswered,
      ahead: BATCHES_EACH * threads,
      check(texts) {
        started ??= start();
        const [idlest] = started.toSorted((a, b) => a.waiting - b.waiting) as [AnswerThread];
        return idlest.check(texts);
      },
    },
    async close() {
      await Promise.all((started ?? []).map((thread) => thread.close()));
      started = undefined;
    },
  };
}
