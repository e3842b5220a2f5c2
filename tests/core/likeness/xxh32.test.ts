import { describe, expect, it } from '@jest/globals';
import { xxh32 } from '../../../src/core/likeness/xxh32.js';

describe('xxh32', () => {
  it.each<readonly [text: string, hash: number, reason: string]>([
    ['', 0x02cc5d05, 'nothing; of the specification'],
    ['a', 0x550d7456, 'one byte'],
    ['abc', 0x32d153ff, 'less than a word'],
    ['Nobody inspects the spammish repetition', 0xe2293b2f, 'stripes, words and bytes; of the specification'],
    ['0123456789abcdef', 0xc2c45b69, 'exactly one stripe'],
  ])('hashes %j: %p (%s)', (text, hash) => {
    expect(xxh32(new TextEncoder().encode(text))).toBe(hash);
  });
});
