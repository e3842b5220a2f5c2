import { type Checkpoint, parseCheckpoint } from '../../core/tlog/checkpoint.js';
import { parseSignedNote } from '../../core/tlog/signed-note.js';

/**
 * The checkpoint in the note of a mark, whoever signed it. A mark that cannot be read says nothing: it is written by this
 * program alone, and only ever adds a check.
 */
export function readMark(note: string): Checkpoint | undefined {
  const parsed = parseSignedNote(new TextEncoder().encode(note));
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : undefined;
  return read?.ok ? read.checkpoint : undefined;
}
