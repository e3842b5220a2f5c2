import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64 } from '../../core/bytes/base64.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { FieldError } from '../../core/json/field-reader.js';
import { verifyConsistency } from '../../core/merkle/verify-consistency.js';
import { readReceipt } from '../../core/receipt/read-receipt.js';
import { isSignedAsItSays, receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt, ReceiptSource } from '../../core/receipt/receipt.js';
import { openCheckpoint } from '../../core/tlog/open-checkpoint.js';
import { parseVerifierKey, type VerifierKey } from '../../core/tlog/verifier-key.js';
import { verifyEd25519 } from './noble-ed25519.js';

/**
 * How far what a receipt says of one log holds. `signed`: a key given here signed the checkpoint, and the answers rest on its tree.
 * `no-key`: none of the keys given here signed it, so nothing is shown. `broken`: it does not hold.
 */
export type SourceCheck =
  { readonly kind: 'signed' | 'no-key' } | { readonly kind: 'broken'; readonly detail: string };

export type OpenedReceipt =
  | { readonly kind: 'unreadable'; readonly detail: string }
  | {
      readonly kind: 'read';
      readonly receipt: Receipt;
      /** SHA-256 of its bytes, in lower-case hexadecimal. */
      readonly digest: string;
      readonly sources: readonly (readonly [source: ReceiptSource, check: SourceCheck])[];
      /** Whether the key that it names signed it; undefined where nobody did. */
      readonly isSigned: boolean | undefined;
    };

/**
 * Reads a receipt and checks in this browser what its own bytes and keys show. Whether the files are those that it names, who its
 * builder is and what a log dated stays open.
 * @param keys C2SP verifier keys that may sign for the logs; what is no such key counts for nothing
 */
export function openReceipt(bytes: Uint8Array, keys: readonly string[]): OpenedReceipt {
  let receipt: Receipt;
  try {
    receipt = readReceipt(bytes);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return { kind: 'unreadable', detail: error.message };
  }
  const known = keys.flatMap((text) => {
    const read = parseVerifierKey(text, sha256);
    return read.ok ? [read.key] : [];
  });
  return {
    kind: 'read',
    receipt,
    digest: receiptDigest(receipt, sha256),
    sources: receipt.sources.map((source) => [source, checkSource(source, known)] as const),
    isSigned: isSignedAsItSays(receipt, verifyEd25519, sha256),
  };
}

function checkSource(source: ReceiptSource, keys: readonly VerifierKey[]): SourceCheck {
  const opened = openCheckpoint(encodeUtf8(source.checkpoint), keys, verifyEd25519);
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
