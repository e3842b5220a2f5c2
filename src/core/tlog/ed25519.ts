/**
 * Ed25519 (RFC 8032 §5.1) as this folder uses it: synchronous functions, passed in. `strictVerify` makes the second one
 * as strict as it must be from any library's.
 */

/** The 64 bytes of a signature over the message. The key stays inside the function. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array;

/**
 * Whether the signature (64 bytes) over the message was made with the key (32 bytes). Never throws. Refuses what RFC 8032
 * refuses to decode: S ≥ L, and encodings of points other than the canonical one. Otherwise a stranger could turn one
 * signed note into another that is valid too. Refuses keys of small order, for which anybody can sign.
 */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** In bytes. */
export const ED25519_KEY_LENGTH = 32;

/** In bytes. */
export const ED25519_SIGNATURE_LENGTH = 64;
