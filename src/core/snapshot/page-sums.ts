/**
 * What each page of `records.bin` hashes to (docs/snapshot-format.md, "pages.bin"), so that a few records can be verified without the
 * rest: `ASSENTP1`, the number of pages in 8 bytes, then for each the first 16 bytes of its SHA-256.
 */
import { equalBytes } from '../bytes/equal-bytes.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import type { Sha256 } from '../log/sha256.js';

/** The last one may be shorter. */
export const PAGE_BYTES = 4_096;

/** A snapshot whose records are fewer bytes has no sums: it is read as a whole in less time than a few of its pages. */
export const LEAST_PAGED_BYTES = 64 * 1_024 * 1_024;

const HEADER = 16;
const SUM_BYTES = 16;
const NAME = 'ASSENTP';
const VERSION = '1';

export type PageSumsProblemCode = 'not-page-sums' | 'future-version' | 'cut-off';

export function encodePageSums(bytes: Uint8Array, sha256: Sha256): Uint8Array {
  const pages = Math.ceil(bytes.length / PAGE_BYTES);
  const sums = new Uint8Array(HEADER + SUM_BYTES * pages);
  sums.set(new TextEncoder().encode(NAME + VERSION));
  new DataView(sums.buffer).setBigUint64(8, BigInt(pages), true);
  for (let page = 0; page < pages; page += 1) {
    const sum = sha256(bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES));
    sums.set(sum.subarray(0, SUM_BYTES), HEADER + SUM_BYTES * page);
  }
  return sums;
}

/** @param length of the file whose pages they are */
export function decodePageSums(
  bytes: Uint8Array,
  length: number,
): { readonly ok: true; readonly sums: PageSums } | Refusal<PageSumsProblemCode> {
  const name = new TextDecoder().decode(bytes.slice(0, NAME.length + 1));
  if (!name.startsWith(NAME)) return refuse('not-page-sums', 'The file does not hold the sums of pages.');
  if (name !== NAME + VERSION) {
    return refuse(
      'future-version',
      'The sums of pages have a version that this program does not know: update it.',
    );
  }
  const pages = Math.ceil(length / PAGE_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length !== HEADER + SUM_BYTES * pages || view.getBigUint64(8, true) !== BigInt(pages)) {
    return refuse(
      'cut-off',
      'The sums of pages are not as many as there are pages: fetch the snapshot again.',
    );
  }
  return { ok: true, sums: new PageSums(bytes.subarray(HEADER)) };
}

export class PageSums {
  constructor(private readonly sums: Uint8Array) {}

  /** Whether a page is what it must be. */
  isOf(page: number, bytes: Uint8Array, sha256: Sha256): boolean {
    const at = SUM_BYTES * page;
    return equalBytes(sha256(bytes).subarray(0, SUM_BYTES), this.sums.subarray(at, at + SUM_BYTES));
  }
}
