import type { RegistryStore, Stores } from '../ports/registry-store.js';
import type { Clock } from '../ports/surroundings.js';

/**
 * A change that appends leaves, with what the leaves project to. `at` is the time of every leaf it appends: now, or the
 * time of the last leaf where the clock is behind it. While it runs nobody else changes the log.
 */
export type Transition<T> = (stores: Stores, at: Date) => Promise<T>;

export interface Sequencer {
  /** Runs a transition, and answers once its leaves are durable and under a signed checkpoint. */
  sequence<T>(transition: Transition<T>): Promise<T>;
  /** Waits until all that was asked for is done. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly transition: Transition<unknown>;
  readonly done: (value: unknown) => void;
  readonly failed: (reason: unknown) => void;
}

/** A transaction does not grow beyond it: whoever comes later would wait for all of them. */
const MAX_BATCH = 256;

/**
 * Takes transitions one after the other, as many as have come together in one transaction: their order in the log is the
 * order in which they see each other. One that throws is undone alone.
 * @param prepare comes before each transaction, of which nothing is done when it fails
 * @param publish makes what was committed durable and signs it
 * A failure of either is told to everybody who waits.
 */
export function createSequencer(
  store: RegistryStore,
  clock: Clock,
  { prepare, publish }: { readonly prepare: () => Promise<void>; readonly publish: () => Promise<void> },
): Sequencer {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) await runBatch(waiting.splice(0, MAX_BATCH));
    running = undefined;
  }

  async function runBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await prepare();
      const results = await store.transactEach(
        batch.map(
          ({ transition }) =>
            async (stores) =>
              transition(stores, await stores.log.hold(clock())),
        ),
      );
      await publish();
      for (const [index, result] of results.entries()) {
        if (result.status === 'fulfilled') batch[index]?.done(result.value);
        else batch[index]?.failed(result.reason);
      }
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  return {
    sequence<T>(transition: Transition<T>): Promise<T> {
      return new Promise((done, failed) => {
        waiting.push({ transition, done: done as (value: unknown) => void, failed });
        running ??= run();
      });
    },
    idle: async () => running,
  };
}
