import { availableParallelism } from 'node:os';
import type { ConsentAnswers, ConsentQuestions } from '../app/ports/consent-answers.js';
import type { Clock } from '../app/ports/surroundings.js';
import { type FreshSnapshot, snapshotAnswers } from '../app/snapshots/snapshot-answers.js';
import { type ItemTables, answerItems } from '../app/snapshots/answer-items.js';
import type { SnapshotTables } from '../core/snapshot/snapshot-tables.js';
import { AddressSieve } from './address-sieve.js';
import { type RestAnswers, answerRest } from './answer-rest.js';
import { LoneVoices } from './lone-voices.js';
import { layOutSieve } from './share-sieve.js';
import type { ThreadProgram } from './sieve-thread-port.js';
import { SieveThreads } from './sieve-threads.js';

export interface AnswerThreadsOptions {
  /** As many as there are cores unless said. */
  readonly threads?: number;
  /** What the threads run, and with which options of Node: the sources, where they are not compiled. */
  readonly program?: ThreadProgram;
}

const PROGRAM: ThreadProgram = { url: new URL('./sieve-thread.js', import.meta.url), execArgv: [] };

/** Batches for each thread, so many that none waits while answers to the first are read. */
const BATCHES_EACH = 4;

/**
 * Answers from the files of a snapshot as `snapshotAnswers` gives them. Of many addresses at once, threads find those that nobody has
 * answered for; what they leave is answered here, so that rules and answers are in one thread alone. They start with the first batch.
 * Throws `SnapshotUnusable`.
 */
export function answersInThreads(
  snapshot: FreshSnapshot,
  asked: ConsentQuestions,
  clock: Clock,
  { threads = availableParallelism(), program = PROGRAM }: AnswerThreadsOptions = {},
): ConsentAnswers {
  const answers = snapshotAnswers(snapshot, asked, clock);
  const moment = answers.bases[0]?.moment ?? clock();
  const ahead = BATCHES_EACH * threads;
  let started: Started | undefined;
  const start = (): Started => {
    const { shared, fill } = layOutSieve(snapshot.files, threads + 1, ahead);
    // They start while what they ask is written.
    const sieves = new SieveThreads(shared, threads, program);
    fill();
    const sieve = new AddressSieve(shared, threads);
    const items = answerItems(siftedTables(snapshot.tables, sieve), asked, moment);
    const lone = new LoneVoices(snapshot.tables, sieve, items);
    return { sieve, items, lone, threads: sieves };
  };
  return {
    ...answers,
    packed: {
      unanswered: answerItems(snapshot.tables, asked, moment).unanswered,
      ahead,
      check(texts, areCounted = false) {
        const all = (started ??= start());
        return all.threads.sift(texts, (lying, verdicts) => answerRest(lying, verdicts, all, areCounted));
      },
    },
    async close() {
      await started?.threads.close();
      started = undefined;
      await answers.close?.();
    },
  };
}

interface Started extends RestAnswers {
  readonly threads: SieveThreads;
}

/** Tables of which only such addresses are asked as the sieve has found, and only such keys as it has. */
function siftedTables(tables: SnapshotTables, sieve: AddressSieve): ItemTables {
  return {
    mayCover: () => true,
    block: (text) => (sieve.mayHold(text) ? tables.block(text) : undefined),
    recognise: (...asked) => tables.recognise(...asked),
  };
}
