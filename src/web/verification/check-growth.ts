import { decodeBase64, encodeBase64 } from '../../core/bytes/base64.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import type { Sha256 } from '../../core/log/sha256.js';
import { verifyConsistency } from '../../core/merkle/verify-consistency.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { openCheckpoint } from '../../core/tlog/open-checkpoint.js';
import { readKeys } from './read-keys.js';
import type { SeenTree } from './seen-tree.js';

/** What a server sent of its log today. */
export interface ShownTree {
  /** The signed checkpoint, as text. */
  readonly note: string;
  /** C2SP verifier keys. */
  readonly keys: readonly string[];
  /** Hashes in base64 that lead from the tree seen before to this one; undefined where none was asked for. */
  readonly hashes: readonly string[] | undefined;
}

/**
 * `first`: nothing was seen before. `grown`: everything that was seen is still there, as it was. `changed`: it is not, and
 * the log was rewritten or others are shown another one. `unsigned`: no trusted key has signed what was sent.
 */
export type Growth =
  | { readonly kind: 'first' | 'grown'; readonly tree: SeenTree }
  | { readonly kind: 'changed' | 'unsigned'; readonly detail: string };

/** Whether the log that is shown begins with the one that this browser saw before. */
export function checkGrowth(
  { note, keys, hashes }: ShownTree,
  seen: SeenTree | undefined,
  sha256: Sha256,
  verify: VerifyEd25519,
): Growth {
  const read = readKeys(keys, sha256);
  if (!read.ok) return { kind: 'unsigned', detail: 'What is published as a key of the log is none.' };
  const opened = openCheckpoint(encodeUtf8(note), [...read.keys.logs, ...read.keys.witnesses], verify);
  if (!opened.ok) return { kind: 'unsigned', detail: opened.problem.message };
  const { origin, size, root } = opened.checkpoint;
  const tree: SeenTree = { origin, size, root: encodeBase64(root) };
  if (seen?.origin !== origin) return { kind: 'first', tree };
  const decoded = [seen.root, ...(hashes ?? [])].map(decodeBase64);
  const [oldRoot, ...proof] = decoded.filter((hash) => hash !== undefined);
  if (oldRoot === undefined || proof.length + 1 !== decoded.length) {
    return { kind: 'changed', detail: 'What was sent as a proof is none.' };
  }
  const check = verifyConsistency(
    { oldSize: seen.size, oldRoot, newSize: size, newRoot: root, proof },
    sha256,
  );
  return check.ok ? { kind: 'grown', tree } : { kind: 'changed', detail: check.problem.message };
}
