/** The checks of RFC 8032 §5.1.3 and §5.1.7 that libraries skip or differ in, made before the library is asked. */
import { ED25519_KEY_LENGTH, ED25519_SIGNATURE_LENGTH, type VerifyEd25519 } from './ed25519.js';

/** The prime 2^255 - 19 of the field, and the order L of the base point. */
const FIELD_PRIME = 2n ** 255n - 19n;
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const SIGN_BIT = 2n ** 255n;

/** A verifier that also refuses S ≥ L, wrong lengths, and points A or R that are not canonically encoded. */
export function strictVerify(verify: VerifyEd25519): VerifyEd25519 {
  return (publicKey, message, signature) =>
    publicKey.length === ED25519_KEY_LENGTH &&
    signature.length === ED25519_SIGNATURE_LENGTH &&
    isCanonicalPoint(publicKey) &&
    isCanonicalPoint(signature.subarray(0, 32)) &&
    littleEndian(signature.subarray(32)) < GROUP_ORDER &&
    verify(publicKey, message, signature);
}

/** Whether y < p, and whether x, where it is 0 (y = ±1), is not said to be negative. */
function isCanonicalPoint(bytes: Uint8Array): boolean {
  const value = littleEndian(bytes);
  const negative = value >= SIGN_BIT;
  const y = negative ? value - SIGN_BIT : value;
  return y < FIELD_PRIME && !(negative && (y === 1n || y === FIELD_PRIME - 1n));
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
}
