import { JournalStopped } from '../ports/log-journal.js';
import type { LogKeyring } from '../ports/log-key.js';
import { beginLog } from './begin-log.js';
import { healFromJournal } from './heal-from-journal.js';
import type { LogParts } from './log-parts.js';
import { LogPublisher } from './log-publisher.js';
import { LogReadOnly, logReadOnly, type LogTrouble } from './log-status.js';
import { createMarkWriter } from './mark-writer.js';
import { type CopiedLeaf, refillLog } from './refill-log.js';
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
  await healFromJournal(parts);
  const examine = async () => {
    const found = await troubleAtStart(parts);
    if (found === undefined) await witnesses?.consult();
    return found;
  };
  let trouble = await examine();
  const troubled = () => trouble ?? witnesses?.trouble();
  const refuseTroubled = () => {
    const told = troubled();
    if (told !== undefined) throw logReadOnly(told);
  };

  const publish = async () => {
    refuseTroubled();
    try {
      const checkpoint = await publisher.publish();
      if (checkpoint === undefined) return;
      marks.write(checkpoint.note);
      witnesses?.notice();
      parts.onPublished?.(checkpoint);
    } catch (error) {
      const told = error instanceof JournalStopped ? logReadOnly('stopped', { cause: error }) : error;
      if (told instanceof LogReadOnly) trouble = told.trouble;
      throw told;
    }
  };
  const sequencer = createSequencer(store, clock, publish);
  const log: RegistryLog = {
    origin: keys.origin,
    keys,
    trouble: troubled,
    async sequence(transition) {
      refuseTroubled();
      return sequencer.sequence(transition);
    },
    assertWhole() {
      const told = troubled();
      if (told === 'behind' || told === 'forked') throw logReadOnly(told);
    },
    async refill(copy, onProgress) {
      await refillLog(parts, copy, onProgress);
      trouble = await examine();
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
