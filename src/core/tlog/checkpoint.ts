/** The text of a checkpoint, c2sp.org/tlog-checkpoint: origin, tree size, root hash, and extension lines if any. */
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { HASH_LENGTH } from '../merkle/node-hash.js';
import { parseDecimal } from './decimal.js';
import { isNoteText } from './note-text.js';

export interface Checkpoint {
  /** The name of the log, which is also the name of its key. */
  readonly origin: string;
  /** Leaves in the tree, at most 2^53 - 1; the format itself knows no bound. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Opaque lines; C2SP advises against them, and no monitor can check them. */
  readonly extensions: readonly string[];
}

export type CheckpointProblemCode = 'not-a-checkpoint' | 'empty-line' | 'bad-size' | 'bad-root';

export type ParsedCheckpoint =
  { readonly ok: true; readonly checkpoint: Checkpoint } | Refusal<CheckpointProblemCode>;

/** Reads the text of a note as a checkpoint. It says nothing about who signed it: `openCheckpoint` does. */
export function parseCheckpoint(text: string): ParsedCheckpoint {
  const [origin, sizeLine, rootLine, ...extensions] = text.slice(0, -1).split('\n');
  if (!isNoteText(text) || origin === undefined || sizeLine === undefined || rootLine === undefined) {
    return refuse('not-a-checkpoint', 'A checkpoint has at least three lines: origin, size and root.');
  }
  if ([origin, ...extensions].includes('')) {
    return refuse('empty-line', 'No line of a checkpoint may be empty.');
  }
  const size = parseDecimal(sizeLine);
  if (size === undefined) {
    return refuse('bad-size', 'The second line must be a size from 0 to 2^53 - 1, without leading zeros.');
  }
  const root = decodeBase64(rootLine);
  if (root?.length !== HASH_LENGTH) {
    return refuse('bad-root', `The third line must be a hash of ${HASH_LENGTH} bytes in base64.`);
  }
  return { ok: true, checkpoint: { origin, size, root, extensions } };
}

/** The text to be signed. Throws `RangeError` for a checkpoint that `parseCheckpoint` would not read back. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), encodeBase64(root), ...extensions];
  const text = `${lines.join('\n')}\n`;
  if (lines.some((line) => line.includes('\n')) || !parseCheckpoint(text).ok) {
    throw new RangeError('A checkpoint needs an origin of one line, a size, and a root of 32 bytes.');
  }
  return text;
}
