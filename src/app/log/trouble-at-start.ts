import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { activeKeys } from './active-keys.js';
import type { LogParts } from './log-parts.js';
import type { LogTrouble } from './log-status.js';
import { readMark } from './read-mark.js';
import { rootAt } from './root-at.js';

/** What keeps a log from taking leaves, as far as it can be seen before anything is signed. */
export async function troubleAtStart(parts: LogParts): Promise<LogTrouble | undefined> {
  const { store, keys, sha256, mark, journal } = parts;
  const size = Number(await store.log.size());
  if (journal !== undefined && journal.size > size) return 'behind';
  const note = await mark?.read();
  const published = note === undefined ? undefined : readMark(note);
  if (published !== undefined) {
    if (published.size > size) return 'behind';
    if (!equalBytes(await rootAt(store, published.size, sha256), published.root)) return 'forked';
  }
  if (size === 0) return undefined;
  const active = await activeKeys(store.log);
  return keys.held().some((key) => active.includes(key)) ? undefined : 'other-key';
}
