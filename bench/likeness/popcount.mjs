/** Bits set in a 32-bit word. */
export function popcount(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** In how many bits eight words of one array, from `i` on, differ from eight of another. */
export function wordsApart(a, i, b, j) {
  return (
    popcount(a[i] ^ b[j]) +
    popcount(a[i + 1] ^ b[j + 1]) +
    popcount(a[i + 2] ^ b[j + 2]) +
    popcount(a[i + 3] ^ b[j + 3]) +
    popcount(a[i + 4] ^ b[j + 4]) +
    popcount(a[i + 5] ^ b[j + 5]) +
    popcount(a[i + 6] ^ b[j + 6]) +
    popcount(a[i + 7] ^ b[j + 7])
  );
}
