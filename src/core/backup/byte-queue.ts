import { concatBytes } from '@noble/hashes/utils.js';

/** Bytes that come in pieces, taken in lengths of one's own. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #length = 0;
  #taken = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** How many bytes were taken so far. */
  get taken(): number {
    return this.#taken;
  }

  /** The next bytes; fewer than were asked for only where there are no more. */
  async take(length: number): Promise<Uint8Array> {
    while (this.#length < length) {
      const next = await this.#source.next();
      if (next.done === true) break;
      this.#held.push(next.value);
      this.#length += next.value.length;
    }
    const whole = this.#held.length === 1 ? (this.#held[0] as Uint8Array) : concatBytes(...this.#held);
    const bytes = whole.subarray(0, length);
    this.#held = [whole.subarray(bytes.length)];
    this.#length -= bytes.length;
    this.#taken += bytes.length;
    return bytes;
  }
}
