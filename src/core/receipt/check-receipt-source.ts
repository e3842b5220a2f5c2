import { decodeBase64 } from '../bytes/base64.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { Sha256 } from '../log/sha256.js';
import { verifyConsistency } from '../merkle/verify-consistency.js';
import type { VerifyEd25519 } from '../tlog/ed25519.js';
import { openCheckpoint } from '../tlog/open-checkpoint.js';
import type { VerifierKey } from '../tlog/verifier-key.js';
import type { ReceiptSource } from './receipt.js';

/**
 * How far what a receipt says of one log holds. `signed`: a key given here signed the checkpoint, and the answers rest on its tree.
 * `no-key`: none of the keys given here signed it, so nothing is shown. `broken`: it does not hold.
 */
export type SourceCheck =
  { readonly kind: 'signed' | 'no-key' } | { readonly kind: 'broken'; readonly detail: string };

/** Checks the checkpoint of a source and that the leaves which the answers rest on are the beginning of its tree. Never throws. */
export function checkReceiptSource(
  source: ReceiptSource,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
  sha256: Sha256,
): SourceCheck {
  const opened = openCheckpoint(encodeUtf8(source.checkpoint), keys, verify);
  if (!opened.ok) {
    const { code, message } = opened.problem;
    return code === 'no-known-signature' || code === 'not-signed-by-log'
      ? { kind: 'no-key' }
      : { kind: 'broken', detail: message };
  }
  const { origin, size, root } = opened.checkpoint;
  if (origin !== source.origin) {
    return { kind: 'broken', detail: `The checkpoint is of ${origin}, and not of ${source.origin}.` };
  }
  const oldRoot = decodeBase64(source.root);
  const hashes = (source.consistency ?? []).map(decodeBase64);
  const proof = hashes.filter((hash) => hash !== undefined);
  if (oldRoot === undefined || proof.length < hashes.length) {
    return { kind: 'broken', detail: 'A hash in it is not in base64.' };
  }
  const claim = { oldSize: source.size, oldRoot, newSize: size, newRoot: root, proof };
  const checked = verifyConsistency(claim, sha256);
  return checked.ok ? { kind: 'signed' } : { kind: 'broken', detail: checked.problem.message };
}
