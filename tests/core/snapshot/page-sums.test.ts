import { expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { PAGE_BYTES, decodePageSums, encodePageSums } from '../../../src/core/snapshot/page-sums.js';

const content = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >>> 8)) & 0xff);
const pageOf = (bytes: Uint8Array, page: number) => bytes.slice(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);

it('tells each page from one with any other byte, and from every other page', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 * PAGE_BYTES + 1 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (length, place, change) => {
        const bytes = content(length);
        const decoded = decodePageSums(encodePageSums(bytes, sha256), length);
        if (!decoded.ok) throw new Error(decoded.problem.message);
        const at = place % length;
        const page = Math.floor(at / PAGE_BYTES);
        const right = pageOf(bytes, page);
        expect(decoded.sums.isOf(page, right, sha256)).toBe(true);
        expect(decoded.sums.isOf(page + 1, right, sha256)).toBe(false);
        expect(decoded.sums.isOf(page, right.subarray(1), sha256)).toBe(false);
        const wrong = bytes.slice();
        wrong[at] = (wrong[at] ?? 0) ^ change;
        expect(decoded.sums.isOf(page, pageOf(wrong, page), sha256)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

it('is refused where it is cut, of another file, or of another kind or version', () => {
  const length = 2 * PAGE_BYTES;
  const sums = encodePageSums(content(length), sha256);
  const changed = (at: number, byte: number) => sums.map((own, place) => (place === at ? byte : own));
  const code = (bytes: Uint8Array, of = length) => {
    const decoded = decodePageSums(bytes, of);
    return decoded.ok ? 'ok' : decoded.problem.code;
  };
  expect([code(sums), code(sums, length + 1), code(sums.subarray(0, -1)), code(changed(8, 3))]).toEqual([
    'ok',
    'cut-off',
    'cut-off',
    'cut-off',
  ]);
  expect([code(changed(0, 0)), code(changed(7, 0x32)), code(new Uint8Array())]).toEqual([
    'not-page-sums',
    'future-version',
    'not-page-sums',
  ]);
});
