import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256 } from '../../core/log/sha256.js';
import type { BytesAt } from '../../core/snapshot/bytes-at.js';
import { PAGE_BYTES, type PageSums } from '../../core/snapshot/page-sums.js';
import type { SnapshotFile } from '../../core/snapshot/snapshot-manifest.js';
import type { OpenedFile } from '../ports/snapshots.js';
import { refuseDamaged } from './refuse-damaged.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

export interface PagedFile {
  /** As the signed manifest names it. */
  readonly file: SnapshotFile;
  readonly opened: OpenedFile;
  /** Of its pages, from a file that the signed manifest names too. */
  readonly sums: PageSums;
  readonly sha256: Sha256;
  /** Where it is, for people. */
  readonly where: string;
}

/** Once so many of its pages were read one by one, the file is read as a whole: that takes less time than many more of them would. */
const MOST_ONE_BY_ONE = 1 / 4;
/** Of a small file too so many. */
const LEAST_ONE_BY_ONE = 16;

/**
 * A large file of a snapshot of which a few records are wanted. Each page is compared with its sum whenever it is read, so that what
 * happens to the file meanwhile ends in an error and never in an answer. Throws `SnapshotUnusable`.
 */
export class VerifiedPages implements BytesAt {
  readonly length: number;
  readonly #paged: PagedFile;
  #read = 0;
  /** The pages that were read last, or all of them. */
  #held = new Uint8Array();
  #heldAt = 0;

  constructor(paged: PagedFile) {
    this.#paged = paged;
    this.length = paged.file.bytes;
    if (paged.opened.bytes !== this.length) this.#refuse();
  }

  at(offset: number, length: number): Uint8Array {
    const isHeld = offset >= this.#heldAt && offset + length <= this.#heldAt + this.#held.length;
    if (!isHeld) this.#hold(offset, length);
    return this.#held.subarray(offset - this.#heldAt, offset - this.#heldAt + length);
  }

  #hold(offset: number, length: number): void {
    const first = Math.floor(offset / PAGE_BYTES);
    const pages = Math.ceil((offset + length) / PAGE_BYTES) - first;
    this.#read += pages;
    if (this.#read > Math.max(LEAST_ONE_BY_ONE, (this.length / PAGE_BYTES) * MOST_ONE_BY_ONE)) {
      this.#holdAll();
      return;
    }
    const from = first * PAGE_BYTES;
    const room = Math.min(pages * PAGE_BYTES, this.length - from);
    const bytes = this.#held.length === room ? this.#held : new Uint8Array(room);
    // Nothing is held until all of it was compared.
    this.#held = new Uint8Array();
    this.#readInto(from, bytes);
    const { sums, sha256 } = this.#paged;
    for (let page = 0; page < pages; page += 1) {
      const one = bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
      if (!sums.isOf(first + page, one, sha256)) this.#refuse();
    }
    this.#held = bytes;
    this.#heldAt = from;
  }

  #holdAll(): void {
    const { file, sha256, where } = this.#paged;
    const bytes = new Uint8Array(this.length);
    this.#readInto(0, bytes);
    refuseDamaged(file, { bytes, sha256: bytesToHex(sha256(bytes)) }, where);
    this.#held = bytes;
    this.#heldAt = 0;
  }

  #readInto(from: number, bytes: Uint8Array): void {
    if (this.#paged.opened.read(from, bytes) !== bytes.length) this.#refuse();
  }

  #refuse(): never {
    const { file, where } = this.#paged;
    throw new SnapshotUnusable(
      'damaged',
      `${file.name} at ${where} is not what the signed manifest says: it was damaged, cut off or exchanged. Fetch it again.`,
    );
  }
}
