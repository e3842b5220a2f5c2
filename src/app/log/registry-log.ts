import type { LogKeyring } from '../ports/log-key.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import { beginLog } from './begin-log.js';
import { healFromJournal } from './heal-from-journal.js';
import type { LogParts } from './log-parts.js';
import { LogPublisher } from './log-publisher.js';
import { LogReadOnly, logReadOnly, type LogTrouble } from './log-status.js';
import { LogTroubles } from './log-troubles.js';
import { createMarkWriter } from './mark-writer.js';
import { type CopiedLeaf, refillLog } from './refill-log.js';
import { ShownCheckpoint } from './shown-checkpoint.js';
import { createSequencer, type Transition } from './sequencer.js';
import { troubleAtStart } from './trouble-at-start.js';

/** The log of a registry while it is open. */
export interface RegistryLog {
  /** Its name: the first line of every checkpoint. */
  readonly origin: string;
  readonly keys: LogKeyring;
  /** Why it takes no leaves; undefined when it takes them. */
  trouble(): LogTrouble | undefined;
  /**
   * Runs a change that appends leaves and answers once they are durable and under a signed checkpoint.
   * Throws `LogReadOnly` when the log takes none.
   */
  sequence<T>(transition: Transition<T>): Promise<T>;
  /** The checkpoint to show to whoever asks for the last one; undefined when nothing was signed yet. */
  readonly shown: () => Promise<SignedCheckpoint | undefined>;
  /** Throws `LogReadOnly` when questions cannot be answered either, because leaves may be missing. */
  assertWhole(): void;
  /**
   * Puts leaves that were lost back from a copy of this log, then looks again whether anything is wrong.
   * Throws `LogCopyDiffers`, and `LogReadOnly` when something still is.
   */
  refill(copy: AsyncIterable<CopiedLeaf>, onProgress?: (size: number) => void): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/**
 * Opens the log: makes an empty one with its own key as first leaf, brings journal, tiles and signature up to its end, and
 * compares it with what was last published. Where it finds something wrong it is open for reading only.
 */
export async function openLog(parts: LogParts): Promise<RegistryLog> {
  const { store, clock, keys, witnesses } = parts;
  const publisher = new LogPublisher(parts);
  const marks = createMarkWriter(parts.mark);
  const shown = new ShownCheckpoint(store.logTree, clock, { isWitnessed: witnesses !== undefined });
  await healFromJournal(parts);
  const examine = async () => {
    const found = await troubleAtStart(parts);
    if (found === undefined) await witnesses?.consult();
    return found;
  };
  const troubles = new LogTroubles(witnesses);
  troubles.found(await examine());

  const publish = async () => {
    troubles.refuse();
    try {
      const checkpoint = await publisher.publish();
      if (checkpoint === undefined) return;
      marks.write(checkpoint.note);
      witnesses?.notice();
      parts.onPublished?.(checkpoint);
    } catch (error) {
      throw troubles.tell(error);
    }
  };
  /** While there is no room nothing is asked of the database that could not be published. */
  const prepare = async () => {
    if (!troubles.isFull) return;
    await publish();
    troubles.roomFound();
  };
  const sequencer = createSequencer(store, clock, { prepare, publish });
  const log: RegistryLog = {
    origin: keys.origin,
    keys,
    trouble: () => troubles.told,
    shown: () => shown.current(),
    async sequence(transition) {
      troubles.refuse();
      return sequencer.sequence(transition).catch((error: unknown) => {
        throw error instanceof LogReadOnly ? error : troubles.tell(error);
      });
    },
    assertWhole() {
      const { told } = troubles;
      if (told === 'behind' || told === 'forked') throw logReadOnly(told);
    },
    async refill(copy, onProgress) {
      await refillLog(parts, copy, onProgress);
      troubles.found(await examine());
      await log.sequence(() => Promise.resolve());
    },
    async close() {
      await sequencer.idle();
      await marks.written();
      await witnesses?.close();
    },
  };
  await log
    .sequence((stores, at) => beginLog(parts, stores, at))
    .catch((error: unknown) => {
      if (!(error instanceof LogReadOnly)) throw error;
    });
  return log;
}
