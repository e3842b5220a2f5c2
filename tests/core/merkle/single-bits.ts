/** Sizes of trees in which every single bit is tried. */
export const SMALL_SIZES: readonly number[] = Array.from({ length: 33 }, (_, at) => at + 1);

/**
 * Flips every single bit of some hashes in turn, in place, and returns the places ("hash:bit") where `accepts` still
 * says yes.
 */
export function acceptedFlips(hashes: readonly Uint8Array[], accepts: () => boolean): string[] {
  const accepted: string[] = [];
  for (const [at, bytes] of hashes.entries()) {
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      flipBit(bytes, bit);
      if (accepts()) {
        accepted.push(`${at}:${bit}`);
      }
      flipBit(bytes, bit);
    }
  }
  return accepted;
}

export function flipBit(bytes: Uint8Array, bit: number): void {
  const at = Math.floor(bit / 8);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
}

/** A whole number below 2^53 with each of its 53 bits flipped in turn. */
export function numbersOneBitFrom(number: number): number[] {
  return Array.from({ length: 53 }, (_, bit) => {
    const unit = 2 ** bit;
    return Math.floor(number / unit) % 2 === 1 ? number - unit : number + unit;
  });
}
