/** From bytes to a manifest that may be relied on: signed by the log that it names, over a tree that the same log signed. */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { Sha256 } from '../log/sha256.js';
import type { Checkpoint } from '../tlog/checkpoint.js';
import type { VerifyEd25519 } from '../tlog/ed25519.js';
import { type OpenCheckpointProblemCode, openCheckpoint } from '../tlog/open-checkpoint.js';
import { parseSignedNote } from '../tlog/signed-note.js';
import { type VerifierKey, formatVerifierKey, parseVerifierKey } from '../tlog/verifier-key.js';
import { verifyNote } from '../tlog/verify-note.js';
import { type ManifestProblemCode, type SnapshotManifest, readManifest } from './snapshot-manifest.js';

export interface OpenManifest {
  readonly ok: true;
  readonly manifest: SnapshotManifest;
  readonly checkpoint: Checkpoint;
  /** Those of the log that signed it, as verifier keys. */
  readonly signedBy: readonly string[];
  /** False when the keys were taken from the manifest itself: it then shows that it is whole, and not whose it is. */
  readonly isAnchored: boolean;
}

export type OpenManifestProblemCode =
  ManifestProblemCode | OpenCheckpointProblemCode | 'other-checkpoint' | 'key-unusable';

export interface ManifestTrust {
  /** Verifier keys that are trusted to sign for a log; without any, those that the manifest names. */
  readonly keys: readonly string[];
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

export function openManifest(
  bytes: Uint8Array,
  { keys: trusted, sha256, verify }: ManifestTrust,
): OpenManifest | Refusal<OpenManifestProblemCode> {
  const parsed = parseSignedNote(bytes);
  if (!parsed.ok) return parsed;
  const read = readManifest(parsed.note.text);
  if (!read.ok) return read;
  const { manifest } = read;
  const isAnchored = trusted.length > 0;
  const keys = readKeys(isAnchored ? trusted : manifest.keys, sha256);
  if (keys === undefined)
    return refuse('key-unusable', 'A key given for the snapshot is no C2SP verifier key.');
  const verified = verifyNote(parsed.note, keys, verify);
  if (!verified.ok) return verified;
  const signers = verified.signers.filter(({ name }) => name === manifest.origin);
  if (signers.length === 0) {
    return refuse('not-signed-by-log', 'No trusted key of the log that the snapshot names has signed it.');
  }
  const opened = openCheckpoint(encodeUtf8(manifest.checkpoint), keys, verify);
  if (!opened.ok) return opened;
  const { checkpoint } = opened;
  const signedBy = signers.map(formatVerifierKey);
  return checkpoint.origin === manifest.origin && checkpoint.size === manifest.size
    ? { ok: true, manifest, checkpoint, signedBy, isAnchored }
    : refuse('other-checkpoint', 'The checkpoint in the snapshot is of another log or of another size.');
}

function readKeys(texts: readonly string[], sha256: Sha256): VerifierKey[] | undefined {
  const read = texts.map((text) => parseVerifierKey(text, sha256));
  const keys = read.flatMap((one) => (one.ok ? [one.key] : []));
  return keys.length === texts.length ? keys : undefined;
}
