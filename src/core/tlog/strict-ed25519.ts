/** The checks of RFC 8032 §5.1.3 and §5.1.7 that libraries skip or differ in, made before the library is asked. */
import { isCanonicalPoint, littleEndian } from './ed25519-encoding.js';
import { ED25519_SIGNATURE_LENGTH, type VerifyEd25519 } from './ed25519.js';
import { isSoundEd25519Key } from './sound-ed25519-key.js';

/** The order L of the base point. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** A verifier that also refuses S ≥ L, wrong lengths, an R that is not canonically encoded, and keys that are not sound. */
export function strictVerify(verify: VerifyEd25519): VerifyEd25519 {
  return (publicKey, message, signature) =>
    signature.length === ED25519_SIGNATURE_LENGTH &&
    isSoundEd25519Key(publicKey) &&
    isCanonicalPoint(signature.subarray(0, 32)) &&
    littleEndian(signature.subarray(32)) < GROUP_ORDER &&
    verify(publicKey, message, signature);
}
