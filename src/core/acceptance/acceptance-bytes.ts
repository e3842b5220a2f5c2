/** The bytes of an acceptance, and what its builder signs of it. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import { canonicalJson } from '../json/canonical-json.js';
import type { Sha256 } from '../log/sha256.js';
import type { VerifyEd25519 } from '../tlog/ed25519.js';
import type { NoteSigner } from '../tlog/sign-note.js';
import { formatVerifierKey, parseVerifierKey } from '../tlog/verifier-key.js';
import type { Acceptance, UnsignedAcceptance } from './acceptance.js';

/** What an acceptance is kept, sent and digested as. */
export function acceptanceBytes(acceptance: Acceptance): Uint8Array {
  return encodeUtf8(canonicalJson(acceptance));
}

/** SHA-256 of the bytes of an acceptance, in lower-case hexadecimal: what a log keeps of it. */
export function acceptanceDigest(acceptance: Acceptance, sha256: Sha256): string {
  return bytesToHex(sha256(acceptanceBytes(acceptance)));
}

/** With the builder's signature over all the rest, the name of the key included. */
export function signAcceptance(
  acceptance: UnsignedAcceptance,
  { key, sign }: NoteSigner,
  sha256: Sha256,
): Acceptance {
  const named = { ...acceptance, signer: formatVerifierKey(key) };
  return { ...named, signature: encodeBase64(sign(signedBytes(named, sha256))) };
}

/** Whether the key that an acceptance names signed it. Whose key it is it cannot say. */
export function isAcceptanceSigned(
  { signature: encoded, ...named }: Acceptance,
  verify: VerifyEd25519,
  sha256: Sha256,
): boolean {
  const parsed = parseVerifierKey(named.signer, sha256);
  const signature = decodeBase64(encoded);
  if (!parsed.ok || parsed.key.kind !== 'note' || signature === undefined) return false;
  return verify(parsed.key.publicKey, signedBytes(named, sha256), signature);
}

/** C2SP key ID of a verifier key: what stands between its name and the key. */
export function keyIdOf(signer: string): string {
  return signer.split('+')[1] ?? '';
}

/** A text of its own, so that no signature for anything else passes for one over an acceptance. */
function signedBytes(acceptance: Omit<Acceptance, 'signature'>, sha256: Sha256): Uint8Array {
  const digest = bytesToHex(sha256(encodeUtf8(canonicalJson(acceptance))));
  return encodeUtf8(`assent acceptance v1\n${digest}\n`);
}
