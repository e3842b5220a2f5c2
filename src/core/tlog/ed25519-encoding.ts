/** How RFC 8032 writes numbers and points of Ed25519 (§5.1.2, §5.1.3). */

/** The prime 2^255 - 19 of the field. */
export const FIELD_PRIME = 2n ** 255n - 19n;

const SIGN_BIT = 2n ** 255n;

export function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
}

/** The y of a point that is written in 32 bytes; without the sign of x, which its last bit is. */
export function encodedY(bytes: Uint8Array): bigint {
  return littleEndian(bytes) % SIGN_BIT;
}

/** Whether y < p, and whether x, where it is 0 (y = ±1), is not said to be negative. */
export function isCanonicalPoint(bytes: Uint8Array): boolean {
  const y = encodedY(bytes);
  const isNegative = littleEndian(bytes) >= SIGN_BIT;
  return y < FIELD_PRIME && !(isNegative && (y === 1n || y === FIELD_PRIME - 1n));
}
