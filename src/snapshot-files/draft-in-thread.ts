import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SnapshotDrafting } from '../app/ports/snapshots.js';
import type { DraftedSnapshot, NamedInLog } from '../core/snapshot/snapshot-draft.js';
import type { DraftAnswer, DraftQuestion } from './draft-messages.js';

export interface DraftThreadOptions {
  /** What the thread runs, and with which options of Node: the sources, where they are not compiled. */
  readonly program?: { readonly url: URL; readonly execArgv: readonly string[] };
}

export interface ThreadedDrafting extends SnapshotDrafting {
  /** Ends the thread; what is under way is refused. */
  close(): Promise<void>;
}

const PROGRAM = { url: new URL('./draft-thread.js', import.meta.url), execArgv: [] };

/** A thread that starts with the first leaf, keeps what it has read, and keeps no process alive. */
export function draftInThread({ program = PROGRAM }: DraftThreadOptions = {}): ThreadedDrafting {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const converse = async (question: DraftQuestion): Promise<unknown> => {
    const thread = (worker ??= new Worker(program.url, { execArgv: [...program.execArgv], env: {} }));
    thread.ref();
    // What did not come has to be listened for no longer: the thread outlives many questions.
    const heard = new AbortController();
    const told = Promise.race([
      once(thread, 'message', heard).then(([message]) => message as DraftAnswer),
      once(thread, 'exit', heard).then((): DraftAnswer => ({
        failure: 'The thread that makes snapshots has ended.',
      })),
    ]);
    told.catch(() => undefined);
    try {
      thread.postMessage(question);
      const answer = await told;
      if ('failure' in answer) throw new Error(answer.failure);
      return answer.result;
    } catch (error) {
      worker = undefined;
      await thread.terminate();
      throw error;
    } finally {
      heard.abort();
      thread.unref();
    }
  };
  const ask = <T>(question: DraftQuestion): Promise<T> => {
    const asked = turn.then(() => converse(question));
    turn = asked.catch(() => undefined);
    return asked as Promise<T>;
  };
  return {
    // A thread that was never started has read nothing.
    size: () => (worker === undefined ? Promise.resolve(0) : ask<number>({ ask: 'size' })),
    add: (leaves) => ask<undefined>({ ask: 'add', leaves }),
    named: () => ask<NamedInLog>({ ask: 'named' }),
    build: (task) => ask<DraftedSnapshot>({ ask: 'build', task }),
    forget: () => ask<undefined>({ ask: 'forget' }),
    async close() {
      await worker?.terminate();
    },
  };
}
