import type { Sha256 } from '../../core/log/sha256.js';
import { LEAST_PAGED_BYTES, encodePageSums } from '../../core/snapshot/page-sums.js';

/** The sums of the pages of records, for `pages.bin`; undefined where they are so few that it has none. */
export function sumsOf(records: Uint8Array | undefined, sha256: Sha256): Uint8Array | undefined {
  if (records === undefined || records.length < LEAST_PAGED_BYTES) return undefined;
  return encodePageSums(records, sha256);
}
