/**
 * From bytes to a checkpoint that may be relied on: read, signed by the key of its own log, and by no trusted key
 * wrongly (c2sp.org/tlog-checkpoint, c2sp.org/signed-note).
 */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { type Checkpoint, type CheckpointProblemCode, parseCheckpoint } from './checkpoint.js';
import type { VerifyEd25519 } from './ed25519.js';
import { type NoteProblemCode, type SignedNote, parseSignedNote } from './signed-note.js';
import type { NoteKey, VerifierKey } from './verifier-key.js';
import { type VerifiedCosignature, type VerifyNoteProblemCode, verifyNote } from './verify-note.js';

export interface OpenCheckpoint {
  readonly ok: true;
  readonly checkpoint: Checkpoint;
  readonly note: SignedNote;
  /** The key by which the log signed; its name is the origin. */
  readonly logKey: NoteKey;
  readonly cosignatures: readonly VerifiedCosignature[];
}

export type OpenCheckpointProblemCode =
  NoteProblemCode | VerifyNoteProblemCode | CheckpointProblemCode | 'not-signed-by-log';

/** `keys` are the trusted keys of logs (each named as its origin) and of witnesses. */
export function openCheckpoint(
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
): OpenCheckpoint | Refusal<OpenCheckpointProblemCode> {
  const parsed = parseSignedNote(bytes);
  if (!parsed.ok) {
    return parsed;
  }
  const verified = verifyNote(parsed.note, keys, verify);
  if (!verified.ok) {
    return verified;
  }
  const read = parseCheckpoint(parsed.note.text);
  if (!read.ok) {
    return read;
  }
  const logKey = verified.signers.find((key) => key.name === read.checkpoint.origin);
  if (logKey === undefined) {
    return refuse('not-signed-by-log', 'No trusted key of the log that the checkpoint names has signed it.');
  }
  const { cosignatures } = verified;
  return { ok: true, checkpoint: read.checkpoint, note: parsed.note, logKey, cosignatures };
}
