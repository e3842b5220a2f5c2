import { describe, expect, it } from '@jest/globals';
import { type Cell, copyBinary } from '../../src/store/copy-binary.js';

function bytesOf(types: Parameters<typeof copyBinary>[0], rows: Iterable<readonly Cell[]>): Buffer {
  return Buffer.concat([...copyBinary(types, rows)]);
}

const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

describe('rows for COPY', () => {
  it('begin and end as the manual says, even without a row', () => {
    expect(bytesOf(['int4'], [])).toEqual(Buffer.concat([HEADER, Buffer.from('ffff', 'hex')]));
  });

  it.each<[Parameters<typeof copyBinary>[0][number], Cell, string, string]>([
    ['int4', -2, '00000004fffffffe', 'a number in network order'],
    ['int8', -1n, '00000008ffffffffffffffff', 'a long one'],
    ['float4', 1, '000000043f800000', 'a single float'],
    ['text', 'né\0', '000000066ec3a9efbfbd', 'UTF-8, without what the database refuses'],
    ['bytea', Uint8Array.of(0, 255), '0000000200ff', 'bytes as they are'],
    ['jsonb', { a: 1n }, '00000008017b2261223a317d', 'its version, then JSON text'],
    ['halfvec', Uint16Array.of(0x3c00, 1), '0000000800020000' + '3c000001', 'how many, then bits'],
    ['text', undefined, 'ffffffff', 'null'],
  ])('write %s %s as %s: %s', (type, cell, hex) => {
    const row = bytesOf([type], [[cell]]).subarray(HEADER.length, -2);
    expect(row.toString('hex')).toBe(`0001${hex}`);
  });

  it('come in chunks, each left alone once it is given out, whatever the length of a cell', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [index, 'x'.repeat(index * 37)]);
    const whole = bytesOf(['int4', 'text'], rows);
    const chunks = [...copyBinary(['int4', 'text'], [...rows, [1, 'y'.repeat(500_000)]])];
    expect(chunks.length).toBeGreaterThan(10);
    const begins = Buffer.concat(chunks).subarray(0, whole.length - 2);
    expect(begins.equals(whole.subarray(0, -2))).toBe(true);
  });

  it('refuse a number that its type cannot hold', () => {
    expect(() => bytesOf(['int4'], [[2 ** 31]])).toThrow('out of range');
  });
});
