import { describe, expect, it } from '@jest/globals';
import { xxh64 } from '../../../src/core/url/xxh64.js';

const PRIME32 = 2_654_435_761n;

/** The buffer that the xxHash project's own sanity check hashes. */
function sanityBuffer(length: number): Uint8Array {
  let state = PRIME32;
  return Uint8Array.from({ length }, () => {
    const byte = Number(state >> 56n);
    state = BigInt.asUintN(64, state * 0x9e3779b185ebca8dn);
    return byte;
  });
}

describe('xxh64', () => {
  it.each([
    ['', 0xef46db3751d8e999n, 'no byte'],
    ['a', 0xd24ec4f1a98c6e5bn, 'one byte'],
    ['abc', 0x44bc2cf5ad770999n, 'three bytes'],
    ['Nobody inspects the spammish repetition', 0xfbcea83c8a378bf1n, 'a stripe and a word of four'],
  ])('of %j is the published value (%#, %s)', (text, hash) => {
    expect(xxh64(new TextEncoder().encode(text))).toBe(hash);
  });

  it.each([
    [0, 0n, 0xef46db3751d8e999n, 'nothing'],
    [0, PRIME32, 0xac75fda2929b17efn, 'nothing but the seed'],
    [1, 0n, 0xe934a84adb052768n, 'a single byte'],
    [1, PRIME32, 0x5014607643a9b4c3n, 'a single byte and a seed'],
    [4, 0n, 0x9136a0dca57457een, 'one word of four'],
    [14, 0n, 0x8282dcc4994e35c8n, 'words of eight and four, single bytes'],
    [14, PRIME32, 0xc3bd6bf63deb6df0n, 'the same with a seed'],
    [222, 0n, 0xb641ae8cb691c174n, 'six stripes and a rest'],
    [222, PRIME32, 0x20cb8ab7ae10c14an, 'the same with a seed'],
  ])("of the first %i bytes of xxHash's sanity buffer under seed %s is %s (%s)", (length, seed, hash) => {
    expect(xxh64(sanityBuffer(length), seed)).toBe(hash);
  });

  it('reads a view of a larger buffer at its own place', () => {
    const whole = sanityBuffer(222);
    expect(xxh64(whole.subarray(7, 107))).toBe(xxh64(whole.slice(7, 107)));
  });

  it('uses all 64 bits of the seed, and no more', () => {
    const bytes = sanityBuffer(40);
    expect(xxh64(bytes, 1n << 63n)).not.toBe(xxh64(bytes));
    expect(xxh64(bytes, 1n << 64n)).toBe(xxh64(bytes));
  });

  it('gives every length from 0 to 300 a value of its own, below 2^64', () => {
    const hashes = new Set(Array.from({ length: 301 }, (_, length) => xxh64(sanityBuffer(length))));
    expect(hashes.size).toBe(301);
    expect([...hashes].every((hash) => hash >= 0n && hash < 1n << 64n)).toBe(true);
  });
});
