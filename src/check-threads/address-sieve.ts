import type { PackedTexts } from '../app/ports/tables.js';

/** A sieve as it is handed to threads: each makes an `AddressSieve` of it, with a number of its own. */
export interface SharedSieve {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Where the memory of rooms and threads begins. */
  readonly threadsAt: number;
  /** How many rooms there are for texts that go from one thread to another. */
  readonly rooms: number;
}

const WORK_BYTES = 575_872;
const MOST_TEXTS = 65_536;
const MOST_BYTES = 8 * 1_024 * 1_024;
/** Where in a room texts begin and end, their verdicts, and the texts lie. */
const ENDS_AT = 4 * MOST_TEXTS;
const VERDICTS_AT = 2 * ENDS_AT;
const TEXTS_AT = VERDICTS_AT + MOST_TEXTS;
const ROOM_BYTES = TEXTS_AT + MOST_BYTES;
/** How far behind its end a text is read. */
const READ_BEHIND = 32;

/** How much memory so many threads need, each with its work and a room of its own, and so many rooms besides. */
export function sieveBytes(threads: number, rooms: number): number {
  return threads * (WORK_BYTES + ROOM_BYTES) + rooms * ROOM_BYTES + READ_BEHIND;
}

/** What the sieve says of an address. */
export const VERDICT = {
  /** Nobody has answered for it: it is plain, which is canonical without its scheme, or becomes so, and no key of it is there. */
  unanswered: 0,
  /** It has to be looked at by the rules. */
  unread: 1,
  /** It is plain and carries no other address, and somebody may have answered for it. */
  held: 2,
} as const;

/** Memory for many texts and their verdicts. */
export class SieveRoom {
  readonly number: number;
  readonly at: number;
  readonly #memory: ArrayBuffer;

  /** Whether a room is large enough. */
  static holds({ length, ends }: PackedTexts): boolean {
    return length <= MOST_BYTES && ends.length <= MOST_TEXTS;
  }

  /** @param number below `rooms`; from there on those of the threads */
  constructor({ memory, threadsAt, rooms }: SharedSieve, number: number) {
    this.number = number;
    this.#memory = memory.buffer;
    const thread = number - rooms;
    this.at =
      thread < 0
        ? threadsAt + number * ROOM_BYTES
        : threadsAt + rooms * ROOM_BYTES + thread * (WORK_BYTES + ROOM_BYTES) + WORK_BYTES;
  }

  /** @returns the texts as they lie here, until others are put in their place */
  put({ pieces, piecesAt, length, starts, ends }: PackedTexts): PackedTexts {
    const count = starts.length;
    const startsHere = new Uint32Array(this.#memory, this.at, count);
    const endsHere = new Uint32Array(this.#memory, this.at + ENDS_AT, count);
    const texts = new Uint8Array(this.#memory, this.at + TEXTS_AT, length);
    startsHere.set(starts);
    endsHere.set(ends);
    for (const [number, piece] of pieces.entries()) texts.set(piece, piecesAt[number]);
    // What is not looked at may not pass for an address that nobody has answered for.
    this.verdicts(count).fill(VERDICT.unread);
    return { pieces: [texts], piecesAt: [0], length, owners: [], starts: startsHere, ends: endsHere };
  }

  verdicts(count: number): Uint8Array {
    return new Uint8Array(this.#memory, this.at + VERDICTS_AT, count);
  }
}

/** Longer ones are left to the tables. */
const LONGEST_EXPRESSION = 4_096;

interface Exports {
  readonly sift: (
    ...at: [
      ...[texts: number, starts: number, ends: number, count: number, verdicts: number, work: number],
      areCanonical: number,
    ]
  ) => void;
  readonly mayHold: (start: number, end: number) => number;
}

/** Looks at many addresses by their bytes, and finds those that nobody has answered for. */
export class AddressSieve {
  readonly #exports: Exports;
  readonly #shared: SharedSieve;
  readonly #room: SieveRoom;
  readonly #work: number;
  /** Where an expression is asked about. */
  readonly #expression: Uint8Array;

  /** @param thread counted from 0; no two that work at a time may have the same */
  constructor(shared: SharedSieve, thread: number) {
    const { module, memory, rooms } = shared;
    this.#exports = new WebAssembly.Instance(module, { sieve: { memory } }).exports as unknown as Exports;
    this.#shared = shared;
    this.#room = new SieveRoom(shared, rooms + thread);
    this.#work = this.#room.at - WORK_BYTES;
    this.#expression = new Uint8Array(memory.buffer, this.#room.at + TEXTS_AT, LONGEST_EXPRESSION);
  }

  /**
   * A `VERDICT` for each text, a byte each, which the next call overwrites. That nobody has answered is final; for an address that carries
   * another, it is said of both.
   */
  sift(texts: PackedTexts): Uint8Array {
    return this.#verdicts(texts, false);
  }

  /** The same for the texts that were put into a room, whose verdicts are there then. */
  siftRoom(number: number, count: number): void {
    this.#siftIn(new SieveRoom(this.#shared, number), count, false);
  }

  /** The same of addresses in canonical form, each for itself: what one carries is another. */
  siftCanonical(addresses: readonly string[]): Uint8Array {
    const starts = new Uint32Array(addresses.length);
    const ends = new Uint32Array(addresses.length);
    let end = 0;
    for (const [at, { length }] of addresses.entries()) {
      starts[at] = end;
      ends[at] = end += length;
    }
    const pieces = [Buffer.from(addresses.join(''), 'latin1')];
    return this.#verdicts({ pieces, piecesAt: [0], length: end, owners: [], starts, ends }, true);
  }

  /** Whether anything may stand under an expression; a no is final. */
  mayHold(expression: string): boolean {
    const { length } = expression;
    const bytes = this.#expression;
    if (length > bytes.length) return true;
    for (let at = 0; at < length; at += 1) {
      const code = expression.charCodeAt(at);
      if (code > 0x7f) return true;
      bytes[at] = code;
    }
    return this.#exports.mayHold(bytes.byteOffset, bytes.byteOffset + length) !== 0;
  }

  #verdicts(texts: PackedTexts, areCanonical: boolean): Uint8Array {
    const count = texts.ends.length;
    if (!SieveRoom.holds(texts)) return new Uint8Array(count).fill(VERDICT.unread);
    this.#room.put(texts);
    this.#siftIn(this.#room, count, areCanonical);
    return this.#room.verdicts(count);
  }

  #siftIn({ at }: SieveRoom, count: number, areCanonical: boolean): void {
    const [verdicts, texts] = [at + VERDICTS_AT, at + TEXTS_AT];
    this.#exports.sift(texts, at, at + ENDS_AT, count, verdicts, this.#work, areCanonical ? 1 : 0);
  }
}
