/** The bytes of a receipt, and what its builder signs of it. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import { canonicalJson } from '../json/canonical-json.js';
import type { Sha256 } from '../log/sha256.js';
import type { VerifyEd25519 } from '../tlog/ed25519.js';
import type { NoteSigner } from '../tlog/sign-note.js';
import { formatVerifierKey, parseVerifierKey } from '../tlog/verifier-key.js';
import type { Receipt, UnsignedReceipt } from './receipt.js';

/** What a receipt is kept and digested as. */
export function receiptBytes(receipt: Receipt): Uint8Array {
  return encodeUtf8(canonicalJson(receipt));
}

/** SHA-256 of the bytes of a receipt, in lower-case hexadecimal: what a log dates. */
export function receiptDigest(receipt: Receipt, sha256: Sha256): string {
  return bytesToHex(sha256(receiptBytes(receipt)));
}

/** With the builder's signature over all the rest, the name of the key included. */
export function signReceipt(receipt: UnsignedReceipt, { key, sign }: NoteSigner, sha256: Sha256): Receipt {
  const named = { ...receipt, signer: formatVerifierKey(key) };
  return { ...named, signature: encodeBase64(sign(signedBytes(named, sha256))) };
}

/** Whether the key that a receipt names signed it; undefined for one that nobody signed. Whose key it is it cannot say. */
export function isSignedAsItSays(
  receipt: Receipt,
  verify: VerifyEd25519,
  sha256: Sha256,
): boolean | undefined {
  const { signature: encoded, ...named } = receipt;
  if (named.signer === undefined || encoded === undefined) return undefined;
  const parsed = parseVerifierKey(named.signer, sha256);
  const signature = decodeBase64(encoded);
  if (!parsed.ok || parsed.key.kind !== 'note' || signature === undefined) return false;
  return verify(parsed.key.publicKey, signedBytes(named, sha256), signature);
}

/** A text of its own, so that no signature for anything else passes for one over a receipt. */
function signedBytes(receipt: Omit<Receipt, 'signature'>, sha256: Sha256): Uint8Array {
  const digest = bytesToHex(sha256(encodeUtf8(canonicalJson(receipt))));
  return encodeUtf8(`assent receipt v1\n${digest}\n`);
}
