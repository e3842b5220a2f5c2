import type { LogParts } from './log-parts.js';
import { refillLog } from './refill-log.js';

/** Leaves that both hold and that are compared, from their common end back. */
const COMPARED = 256;

/**
 * Brings the tables up to the journal, which is the log where there is one: a loss of power may have taken from the
 * database what the journal kept. Throws `LogCopyDiffers` when the two are not of one log.
 */
export async function healFromJournal(parts: LogParts): Promise<void> {
  const { store, journal } = parts;
  if (journal === undefined || journal.size === 0) return;
  const common = Math.min(journal.size, Number(await store.log.size()));
  await refillLog(parts, journal.read(Math.max(0, common - COMPARED)));
}
