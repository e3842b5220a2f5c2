/**
 * The fingerprint of a text: the 256-bit body of its ISCC Text-Code (ISO 24138:2024, version 0), which anybody can compute
 * with other software. The text is reduced to letters, digits and symbols, cut into all shingles of 13 characters, and the
 * smallest hash of the shingles under each of 64 orders gives four bits. Of two texts about as many bits differ, of 128, as the
 * share of shingles that they do not have in common. Languages do not matter, since characters and not words are counted.
 */
import { encodeUtf8 } from '../bytes/utf8.js';
import type { TextFingerprint } from './fingerprint.js';
import { ADDENDS, MULTIPLIERS } from './min-hash-permutations.js';
import { xxh32 } from './xxh32.js';

const SHINGLE = 13;
const ORDERS = 64;
const BITS_OF_EACH = 4;

/** Control characters and unassigned ones, marks such as accents, punctuation, and everything blank. */
const DROPPED = /[\p{C}\p{M}\p{P}\p{Z}\s]/gu;

export function textFingerprint(text: string): TextFingerprint {
  const characters = Array.from(reduced(text));
  const features = shingles(characters).map((shingle) => xxh32(encodeUtf8(shingle)));
  return { algorithm: 'iscc-text', version: 1, hash: lowBits(features), characters: characters.length };
}

function reduced(text: string): string {
  return text.normalize('NFD').toLowerCase().replaceAll(DROPPED, '').normalize('NFKC');
}

/** A text shorter than a shingle is one by itself. */
function shingles(characters: readonly string[]): readonly string[] {
  const count = Math.max(1, characters.length - SHINGLE + 1);
  return Array.from({ length: count }, (_, at) => characters.slice(at, at + SHINGLE).join(''));
}

/** The lowest bit of every minimum, then the second lowest of each, and so on. */
function lowBits(features: readonly number[]): Uint8Array {
  const hash = new Uint8Array((ORDERS * BITS_OF_EACH) / 8);
  for (let order = 0; order < ORDERS; order += 1) {
    const least = leastUnder(features, MULTIPLIERS[order] ?? 0n, ADDENDS[order] ?? 0n);
    for (let bit = 0; bit < BITS_OF_EACH; bit += 1) {
      const at = bit * ORDERS + order;
      hash[at >> 3] = (hash[at >> 3] ?? 0) | (((least >>> bit) & 1) << (7 - (at & 7)));
    }
  }
  return hash;
}

/** The least low half of (a · x + b) mod 2⁶⁴ mod (2⁶¹ − 1); in 16- and 32-bit limbs, since BigInt would take seconds. */
function leastUnder(features: readonly number[], multiplier: bigint, addend: bigint): number {
  const [aHigh, aLow] = halves(multiplier);
  const [bHigh, bLow] = halves(addend);
  let least = 0xffffffff;
  for (const feature of features) {
    const low = (Math.imul(aLow, feature) >>> 0) + bLow;
    const carry = low > 0xffffffff ? 1 : 0;
    const high = (Math.imul(aHigh, feature) + highProduct(aLow, feature) + bHigh + carry) >>> 0;
    const value = lowHalfModulo61(high, low >>> 0);
    if (value < least) least = value;
  }
  return least;
}

function halves(number: bigint): readonly [high: number, low: number] {
  return [Number(number >> 32n), Number(number & 0xffffffffn)];
}

/** The upper 32 bits of the product of two unsigned 32-bit integers. */
function highProduct(a: number, b: number): number {
  const [a1, a0] = [a >>> 16, a & 0xffff];
  const [b1, b0] = [b >>> 16, b & 0xffff];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const crossing = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(crossing / 0x10000)) >>> 0;
}

/** 2⁶¹ is congruent to 1, so the three highest bits are added to the rest, and 1 more where that reaches the modulus. */
function lowHalfModulo61(high: number, low: number): number {
  const sum = low + (high >>> 29);
  const rest = (high & 0x1fffffff) + (sum > 0xffffffff ? 1 : 0);
  const isBeyond = rest > 0x1fffffff || (rest === 0x1fffffff && sum >>> 0 === 0xffffffff);
  return (sum + (isBeyond ? 1 : 0)) >>> 0;
}
