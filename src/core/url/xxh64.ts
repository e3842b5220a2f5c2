/**
 * XXH64, the 64-bit hash of the xxHash family, by which filter and sort keys are made (not for proof: it can be forged).
 * Implements "XXH64 algorithm description" of the xxHash fast digest algorithm specification, version 0.2.0.
 * In 32-bit limbs, because BigInt allocates for every step.
 */

/** An unsigned 64-bit integer as its upper and its lower 32 bits, each unsigned. */
export interface Halves {
  readonly high: number;
  readonly low: number;
}

/** An unsigned 64-bit integer, changed in place, since a new one for every step would cost more than the step. */
class Word {
  constructor(
    public high: number,
    public low: number,
  ) {}

  xor(high: number, low: number): this {
    this.high ^= high;
    this.low ^= low;
    return this;
  }

  add(high: number, low: number): this {
    const sum = (this.low >>> 0) + (low >>> 0);
    this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    this.low = sum | 0;
    return this;
  }

  /** Schoolbook multiplication in 16-bit halves; every intermediate stays below 2^33, exact in a double. */
  multiply(by: Word): this {
    const a0 = this.low & 0xffff;
    const a1 = this.low >>> 16;
    const b0 = by.low & 0xffff;
    const b1 = by.low >>> 16;
    const lowest = a0 * b0;
    const middle = a1 * b0 + (lowest >>> 16);
    const crossing = a0 * b1 + (middle & 0xffff);
    const carried = a1 * b1 + (middle >>> 16) + (crossing >>> 16);
    this.high = (carried + Math.imul(this.high, by.low) + Math.imul(this.low, by.high)) | 0;
    this.low = (crossing << 16) | (lowest & 0xffff);
    return this;
  }

  /** By 1 to 31 bits. */
  rotateLeft(bits: number): this {
    const { high, low } = this;
    this.high = (high << bits) | (low >>> (32 - bits));
    this.low = (low << bits) | (high >>> (32 - bits));
    return this;
  }

  /** XOR with itself shifted right, by 1 to 63 bits. */
  foldRight(bits: number): this {
    const { high, low } = this;
    return bits < 32
      ? this.xor(high >>> bits, (low >>> bits) | (high << (32 - bits)))
      : this.xor(0, high >>> (bits - 32));
  }

  toBigInt(): bigint {
    return (BigInt(this.high >>> 0) << 32n) | BigInt(this.low >>> 0);
  }
}

const PRIME_1 = new Word(0x9e3779b1, 0x85ebca87);
const MINUS_PRIME_1 = new Word(0x61c8864e, 0x7a143579);
const PRIME_2 = new Word(0xc2b2ae3d, 0x27d4eb4f);
const PRIME_3 = new Word(0x165667b1, 0x9e3779f9);
const PRIME_4 = new Word(0x85ebca77, 0xc2b2ae63);
const PRIME_5 = new Word(0x27d4eb2f, 0x165667c5);
const STRIPE_BYTES = 32;

/** The XXH64 of the bytes under a seed (its low 64 bits), as an unsigned 64-bit integer. */
export function xxh64(bytes: Uint8Array, seed = 0n): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = new Word(Number((seed >> 32n) & 0xffffffffn), Number(seed & 0xffffffffn));
  return hashed(view, bytes.length, start).toBigInt();
}

/** The XXH64, seed 0, of the first `length` bytes of a view. */
export function xxh64Halves(view: DataView, length: number): Halves {
  const { high, low } = hashed(view, length, new Word(0, 0));
  return { high: high >>> 0, low: low >>> 0 };
}

/** @param start the seed, which is used up */
function hashed(view: DataView, length: number, start: Word): Word {
  const striped = length - (length % STRIPE_BYTES);
  const hash = striped === 0 ? start.add(PRIME_5.high, PRIME_5.low) : overStripes(view, striped, start);
  hash.add(Math.floor(length / 0x1_0000_0000), length);
  overRemainder(view, striped, length, hash);
  return hash.foldRight(33).multiply(PRIME_2).foldRight(29).multiply(PRIME_3).foldRight(32);
}

/** Steps 1 to 3 of the specification: four lanes over the stripes, brought together. */
function overStripes(view: DataView, end: number, seed: Word): Word {
  const { high, low } = seed;
  const lane1 = new Word(high, low).add(PRIME_1.high, PRIME_1.low).add(PRIME_2.high, PRIME_2.low);
  const lane2 = new Word(high, low).add(PRIME_2.high, PRIME_2.low);
  const lane3 = new Word(high, low);
  const lane4 = new Word(high, low).add(MINUS_PRIME_1.high, MINUS_PRIME_1.low);
  const input = new Word(0, 0);
  for (let at = 0; at < end; at += STRIPE_BYTES) {
    accumulate(lane1, read64(view, at, input));
    accumulate(lane2, read64(view, at + 8, input));
    accumulate(lane3, read64(view, at + 16, input));
    accumulate(lane4, read64(view, at + 24, input));
  }
  const hash = new Word(lane1.high, lane1.low).rotateLeft(1);
  addRotated(hash, lane2, 7);
  addRotated(hash, lane3, 12);
  addRotated(hash, lane4, 18);
  for (const lane of [lane1, lane2, lane3, lane4]) {
    mergeInto(hash, lane);
    hash.multiply(PRIME_1).add(PRIME_4.high, PRIME_4.low);
  }
  return hash;
}

/** Step 5: the last 0 to 31 bytes, as words of 8, one of 4, and single bytes. */
function overRemainder(view: DataView, start: number, end: number, hash: Word): void {
  const input = new Word(0, 0);
  let at = start;
  for (; at + 8 <= end; at += 8) {
    mergeInto(hash, read64(view, at, input));
    hash.rotateLeft(27).multiply(PRIME_1).add(PRIME_4.high, PRIME_4.low);
  }
  if (at + 4 <= end) {
    const word = new Word(0, view.getInt32(at, true)).multiply(PRIME_1);
    hash.xor(word.high, word.low).rotateLeft(23).multiply(PRIME_2).add(PRIME_3.high, PRIME_3.low);
    at += 4;
  }
  for (; at < end; at += 1) {
    const word = new Word(0, view.getUint8(at)).multiply(PRIME_5);
    hash.xor(word.high, word.low).rotateLeft(11).multiply(PRIME_1);
  }
}

/** The specification's round(lane, input); `input` is used up. */
function accumulate(lane: Word, input: Word): void {
  input.multiply(PRIME_2);
  lane.add(input.high, input.low).rotateLeft(31).multiply(PRIME_1);
}

/** XORs round(0, input) into the hash; `input` is used up. */
function mergeInto(hash: Word, input: Word): void {
  input.multiply(PRIME_2).rotateLeft(31).multiply(PRIME_1);
  hash.xor(input.high, input.low);
}

function addRotated(hash: Word, lane: Word, bits: number): void {
  const rotated = new Word(lane.high, lane.low).rotateLeft(bits);
  hash.add(rotated.high, rotated.low);
}

function read64(view: DataView, at: number, into: Word): Word {
  into.low = view.getInt32(at, true);
  into.high = view.getInt32(at + 4, true);
  return into;
}
