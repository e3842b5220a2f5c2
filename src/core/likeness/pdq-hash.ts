/**
 * The last step of PDQ: one bit for each coefficient, set where it is greater than the median. Half of the bits are set unless
 * coefficients are equal. Source: facebook/ThreatExchange, pdq/cpp/hashing (pdqBuffer16x16ToBits, torben).
 */
import type { PdqSpectrum } from './pdq-spectrum.js';

/** 32 bytes as published hashes are written: the last coefficient is the highest bit of the first byte. */
export type PdqHash = Uint8Array;

export const HASH_BYTES = 32;

export function pdqHash(spectrum: PdqSpectrum): PdqHash {
  const median = Float64Array.from(spectrum).sort()[spectrum.length / 2 - 1] ?? 0;
  const hash = new Uint8Array(HASH_BYTES);
  for (let at = 0; at < spectrum.length; at += 1) {
    if ((spectrum[at] ?? 0) > median) {
      const byte = HASH_BYTES - 1 - (at >> 3);
      hash[byte] = (hash[byte] ?? 0) | (1 << (at & 7));
    }
  }
  return hash;
}
