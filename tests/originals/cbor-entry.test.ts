import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cborEntry } from '../../src/originals/cbor-entry.js';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('an entry of a map in CBOR', () => {
  it.each([
    ['a map of known length', 'a2 61 61 01 61 62 82 02 03', '820203'],
    ['a map that only its end closes', 'bf 61 61 01 61 62 9f 02 ff ff', '9f02ff'],
    ['a value in a wider spelling than it needs', 'a1 61 62 1b 0000000000000001', '1b0000000000000001'],
    ['a tagged value', 'a1 61 62 c1 00', 'c100'],
    ['bytes in pieces', 'a1 61 62 5f 41 01 41 02 ff', '5f41014102ff'],
    ['the first of two', 'a2 61 62 01 61 62 02', '01'],
  ])('is given byte for byte: %s', (_reason, map, value) => {
    expect(Buffer.from(cborEntry(hex(map), 'b') ?? []).toString('hex')).toBe(value);
  });

  it.each([
    ['nothing at all', ''],
    ['a list', '82 61 62 01'],
    ['another key', 'a1 61 61 01'],
    ['a map that is cut off', 'a2 61 61 01 61 62 82 02'],
    ['more entries than there are bytes', 'bb ffffffffffffffff 61 61 01'],
    ['what is nested without end', `a1 61 62 ${'81'.repeat(100)} 01`],
  ])('is not there in %s', (_reason, bytes) => {
    expect(cborEntry(hex(bytes), 'b')).toBeUndefined();
  });

  it('is a part of the bytes, or nothing, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const value = cborEntry(bytes, 'b');
        expect(value === undefined || value.buffer === bytes.buffer).toBe(true);
      }),
    );
  });
});
