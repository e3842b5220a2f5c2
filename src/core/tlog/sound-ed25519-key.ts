/**
 * Which 32 bytes may be a public key (RFC 8032 §5.1.3). Libraries differ in it, so it is asked here before any of them.
 * Vectors in schema/vectors/ed25519-key.v1.json.
 */
import { encodedY, FIELD_PRIME, isCanonicalPoint } from './ed25519-encoding.js';
import { ED25519_KEY_LENGTH } from './ed25519.js';

/** The y of two of the four points of order 8; that of the others is its negative. */
const Y_OF_ORDER_8 = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;

/** The y of the eight points whose order divides 8. For such a key anybody can make signatures. */
const SMALL_ORDER: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  FIELD_PRIME - 1n,
  Y_OF_ORDER_8,
  FIELD_PRIME - Y_OF_ORDER_8,
]);

/** Whether a key is canonically encoded and not of small order. Whether there is a point with this y is for a library to say. */
export function isSoundEd25519Key(publicKey: Uint8Array): boolean {
  return (
    publicKey.length === ED25519_KEY_LENGTH &&
    isCanonicalPoint(publicKey) &&
    !SMALL_ORDER.has(encodedY(publicKey))
  );
}
