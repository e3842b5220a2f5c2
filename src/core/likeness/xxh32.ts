/**
 * XXH32, the 32-bit hash of the xxHash family, with seed 0. Implements "XXH32 algorithm description" of the xxHash fast digest
 * algorithm specification, version 0.2.0.
 */
const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;
const STRIPE_BYTES = 16;

/** An unsigned 32-bit integer. */
export function xxh32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const striped = bytes.length - (bytes.length % STRIPE_BYTES);
  let hash = striped === 0 ? PRIME_5 : overStripes(view, striped);
  hash = (hash + bytes.length) | 0;
  let at = striped;
  for (; at + 4 <= bytes.length; at += 4) {
    hash = (hash + Math.imul(view.getUint32(at, true), PRIME_3)) | 0;
    hash = Math.imul(rotateLeft(hash, 17), PRIME_4);
  }
  for (; at < bytes.length; at += 1) {
    hash = (hash + Math.imul(view.getUint8(at), PRIME_5)) | 0;
    hash = Math.imul(rotateLeft(hash, 11), PRIME_1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function overStripes(view: DataView, end: number): number {
  const lanes = [PRIME_1 + PRIME_2, PRIME_2, 0, -PRIME_1] as [number, number, number, number];
  for (let at = 0; at < end; at += STRIPE_BYTES) {
    for (const lane of [0, 1, 2, 3] as const) {
      const input = Math.imul(view.getUint32(at + 4 * lane, true), PRIME_2);
      lanes[lane] = Math.imul(rotateLeft((lanes[lane] + input) | 0, 13), PRIME_1);
    }
  }
  const [a, b, c, d] = lanes;
  return (rotateLeft(a, 1) + rotateLeft(b, 7) + rotateLeft(c, 12) + rotateLeft(d, 18)) | 0;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
