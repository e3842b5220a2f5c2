/** Checkpoints, c2sp.org/tlog-checkpoint: a note whose text is origin, tree size, root hash and perhaps further lines. */
import { decodeBase64 } from './base64.js';
import { HASH_LENGTH } from './sha256.js';
import { parseNote, type SignedNote } from './signed-note.js';
import { VerificationFailed } from './verification-failed.js';

export interface Checkpoint {
  /** Name of the log, and of its keys. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: SignedNote;
}

/** Says nothing about who signed it. Throws VerificationFailed `bad-note`, `bad-checkpoint`. */
export function parseCheckpoint(bytes: Uint8Array, path: string): Checkpoint {
  const note = parseNote(bytes, path);
  const [origin = '', sizeLine = '', rootLine = '', ...further] = note.text.slice(0, -1).split('\n');
  if (origin === '' || further.includes('')) throw badCheckpoint(path, 'has an empty line.');
  const size = parseCount(sizeLine);
  if (size === undefined) throw badCheckpoint(path, 'has a second line that is not a number of leaves.');
  const root = decodeBase64(rootLine);
  if (root?.length !== HASH_LENGTH) {
    throw badCheckpoint(path, `has a third line that is not a hash of ${HASH_LENGTH} bytes in base64.`);
  }
  return { origin, size, root, note };
}

/** A decimal number without leading zeros, as far as a double is exact. */
export function parseCount(text: string): number | undefined {
  const count = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

function badCheckpoint(path: string, what: string): VerificationFailed {
  return new VerificationFailed('bad-checkpoint', `${path} is not a checkpoint: it ${what}`, { path });
}
