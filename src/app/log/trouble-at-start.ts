import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { type Checkpoint, parseCheckpoint } from '../../core/tlog/checkpoint.js';
import { parseSignedNote } from '../../core/tlog/signed-note.js';
import { activeKeys } from './active-keys.js';
import type { LogParts } from './log-parts.js';
import type { LogTrouble } from './log-status.js';
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

/** A mark that cannot be read says nothing: it is written by this program alone, and only ever adds a check. */
function readMark(note: string): Checkpoint | undefined {
  const parsed = parseSignedNote(new TextEncoder().encode(note));
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : undefined;
  return read?.ok ? read.checkpoint : undefined;
}
