/** Comparing a log with what it, or somebody in its name, signed before. */
import { encodeBase64 } from './base64.js';
import type { Checkpoint } from './checkpoint.js';
import { counted } from './counted.js';
import { keyLabel } from './log-keys.js';
import { shown } from './shown.js';
import { signersOf } from './signed-note.js';
import { VerificationFailed } from './verification-failed.js';
import type { VerifierKey } from './verifier-key.js';

/** Throws VerificationFailed `other-log`, `log-shrank` where no look at the leaves is needed. */
export function refuseOtherLog(older: Checkpoint, { origin, size }: Checkpoint): void {
  const { path } = older.note;
  if (older.origin !== origin) {
    throw new VerificationFailed(
      'other-log',
      `${shown(path)} is of the log ${shown(older.origin)}, and this one is ${shown(origin)}.`,
      { path },
    );
  }
  if (older.size > size) {
    throw new VerificationFailed(
      'log-shrank',
      `The log has ${counted(size, 'leaf', 'leaves')}, and ${shown(path)} is of ${older.size}. A log never shrinks: this is an older copy, or leaves were cut off. Keep both.`,
      { path },
    );
  }
}

/** Throws VerificationFailed `wrong-root` unless the leaves give the root that the checkpoint says. */
export function refuseWrongRoot(checkpoint: Checkpoint, actual: Uint8Array): void {
  if (Buffer.compare(checkpoint.root, actual) === 0) return;
  const { path } = checkpoint.note;
  throw new VerificationFailed('wrong-root', bothRoots(checkpoint, actual), { path });
}

/**
 * Throws VerificationFailed unless the log begins with the tree of an older checkpoint: `log-forked` where keys of the log
 * signed both, which is evidence against it, else `not-a-prefix`.
 * @param known keys that may have signed for the log
 */
export function refuseOtherBeginning(
  older: Checkpoint,
  actual: Uint8Array,
  log: Checkpoint,
  known: readonly VerifierKey[],
): void {
  if (Buffer.compare(older.root, actual) === 0) return;
  const { path } = older.note;
  const roots = bothRoots(older, actual);
  const [signer] = signersOf(older.note, known);
  const [signerNow] = signersOf(log.note, known);
  if (signer !== undefined && signerNow !== undefined) {
    const by = [...new Set([signer, signerNow].map(keyLabel))].join(' and ');
    throw new VerificationFailed(
      'log-forked',
      `${roots} Both are signed by keys of the log (${by}): it has two histories. Keep all files: together they prove it to anybody.`,
      { path },
    );
  }
  const stranger = signer === undefined ? path : log.note.path;
  throw new VerificationFailed(
    'not-a-prefix',
    `${roots} No key of the log that is known here signed ${shown(stranger)}.`,
    { path },
  );
}

function bothRoots({ root, size, note: { path } }: Checkpoint, actual: Uint8Array): string {
  return `The leaves up to size ${size} give the root ${encodeBase64(actual)}, and ${shown(path)} says ${encodeBase64(root)}.`;
}
