import { sha256 } from '@noble/hashes/sha2.js';
import { FieldError } from '../../core/json/field-reader.js';
import { checkReceiptSource, type SourceCheck } from '../../core/receipt/check-receipt-source.js';
import { readReceipt } from '../../core/receipt/read-receipt.js';
import { isSignedAsItSays, receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt, ReceiptSource } from '../../core/receipt/receipt.js';
import { parseVerifierKey } from '../../core/tlog/verifier-key.js';
import { verifyEd25519 } from './noble-ed25519.js';

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
    sources: receipt.sources.map(
      (source) => [source, checkReceiptSource(source, known, verifyEd25519, sha256)] as const,
    ),
    isSigned: isSignedAsItSays(receipt, verifyEd25519, sha256),
  };
}
