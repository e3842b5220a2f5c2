import type { JournalFile } from './journal-file.js';

/** In bytes. A frame of one leaf has a few hundred, and a full file a hundred thousand of them. */
const READ_AT_ONCE = 1024 * 1024;

/** Reads a file from front to back in large pieces, however small those are that are asked for. */
export class ReadAhead {
  readonly #file: JournalFile;
  readonly #end: number;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array();

  /** @param end where the file is to be taken to end */
  constructor(file: JournalFile, end: number) {
    this.#file = file;
    this.#end = end;
  }

  /** The bytes from a position on, which must lie before the end; valid for good, and not to be changed. */
  async read(position: number, length: number): Promise<Uint8Array> {
    const isThere = position >= this.#start && position + length <= this.#start + this.#bytes.length;
    if (!isThere) {
      this.#bytes = await this.#file.read(
        position,
        Math.max(length, Math.min(READ_AT_ONCE, this.#end - position)),
      );
      this.#start = position;
    }
    return this.#bytes.subarray(position - this.#start, position - this.#start + length);
  }
}
