import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildFilter } from '../../../src/core/snapshot/build-filter.js';
import { decodeFilter, encodeFilter } from '../../../src/core/snapshot/filter-bytes.js';
import { filterShape, type FilterSeed, KeyCells } from '../../../src/core/snapshot/filter-cells.js';
import { filterProbe, type KeyFilter } from '../../../src/core/snapshot/key-filter.js';
import { xxh64 } from '../../../src/core/url/xxh64.js';

/** Keys of no-false-negative; raise it for a long night. */
const MANY_KEYS = Number(process.env['ASSENT_TEST_FILTER_KEYS'] ?? 100_000);

const seedOf = (attempt: number): FilterSeed => [0x243f6a88 + attempt, 0x85a308d3];
const bitsOfCells = fc.constantFrom(8 as const, 16 as const);

function keyOf(number: number): bigint {
  return xxh64(new TextEncoder().encode(`artist.example/${number}.jpg`));
}

/** Keys as they are asked about: by halves. */
function asker(filter: KeyFilter): (key: bigint) => boolean {
  const probe = filterProbe(filter);
  return (key) => probe(Number(key & 0xffffffffn), Number(key >> 32n));
}

function foundAmong(filter: KeyFilter, from: number, count: number): number {
  const isIn = asker(filter);
  let found = 0;
  for (let number = from; number < from + count; number += 1) if (isIn(keyOf(number))) found += 1;
  return found;
}

describe('a filter of keys', () => {
  it('finds every key that it was made of, given once or more often, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })), bitsOfCells, (some, bits) => {
        const filter = buildFilter(BigUint64Array.from([...some, ...some.slice(1)]), bits, seedOf);
        expect(some.every(asker(filter))).toBe(true);
        expect(filter.keys).toBe(new Set(some).size);
      }),
    );
  });

  it('finds keys that differ in one bit, or in one half only', () => {
    const near = Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit));
    const lows = Array.from({ length: 2_000 }, (_, low) => BigInt(low));
    const highs = lows.map((low) => low << 32n);
    const all = [...near, ...lows, ...highs];
    expect(all.every(asker(buildFilter(BigUint64Array.from(all), 8, seedOf)))).toBe(true);
  });

  it.each([8, 16] as const)(
    `with cells of %d bits finds all of ${MANY_KEYS} keys, and of others hardly more than it has to`,
    (bits) => {
      const keys = BigUint64Array.from({ length: MANY_KEYS }, (_, number) => keyOf(number));
      const filter = buildFilter(keys, bits, seedOf);
      expect(foundAmong(filter, 0, MANY_KEYS)).toBe(MANY_KEYS);
      const expected = 100_000 / 2 ** bits;
      // Five standard deviations.
      expect(foundAmong(filter, MANY_KEYS, 100_000)).toBeLessThan(expected + 5 * Math.sqrt(expected) + 1);
      expect((filter.cells.length * bits) / filter.keys).toBeLessThan(1.2 * bits);
    },
    MANY_KEYS,
  );

  it('is empty without keys, and finds nothing', () => {
    const empty = buildFilter(new BigUint64Array(), 8, seedOf);
    expect([0n, 1n, 2n ** 64n - 1n].some(asker(empty))).toBe(false);
  });

  it('takes the next seed when one does not do, and says when none does', () => {
    const keys = BigUint64Array.of(keyOf(1), keyOf(2));
    const bad = seeds().find((seed) => isBad(keys, seed)) ?? [0, 0];
    const good = seeds().find((seed) => !isBad(keys, seed)) ?? [0, 0];
    const filter = buildFilter(keys, 8, (attempt) => (attempt < 3 ? bad : good));
    expect(filter.seed).toEqual(good);
    expect([...keys].every(asker(filter))).toBe(true);
    expect(() => buildFilter(keys, 8, () => bad)).toThrow('No seed makes a filter of these keys.');
  });
});

function seeds(): FilterSeed[] {
  return Array.from({ length: 2_000 }, (_, attempt) => seedOf(attempt));
}

/** Both keys have the same cells. */
function isBad(keys: BigUint64Array, seed: FilterSeed): boolean {
  const cells = new KeyCells(filterShape(keys.length), seed, 8);
  const sets = [...keys].map((key) => {
    cells.of(Number(key & 0xffffffffn), Number(key >> 32n));
    return [cells.first, cells.second, cells.third].join();
  });
  return new Set(sets).size === 1;
}

describe('the file of a filter', () => {
  const filter = buildFilter(
    BigUint64Array.from({ length: 500 }, (_, number) => keyOf(number)),
    16,
    seedOf,
  );
  const bytes = encodeFilter(filter);

  it('gives the same filter back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 50 }),
        bitsOfCells,
        (some, bits) => {
          const made = buildFilter(BigUint64Array.from(some), bits, seedOf);
          expect(decodeFilter(encodeFilter(made))).toEqual({ ok: true, filter: made });
        },
      ),
    );
  });

  it('is refused when it is cut off or goes on', () => {
    for (let length = 0; length < bytes.length; length += 7) {
      expect(decodeFilter(bytes.slice(0, length))).toMatchObject({ ok: false });
    }
    expect(decodeFilter(Uint8Array.of(...bytes, 0))).toMatchObject({ problem: { code: 'cut-off' } });
  });

  it('is refused when its header asks for what cannot be', () => {
    const codes = new Set<string>();
    for (let bit = 0; bit < 20 * 8; bit += 1) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const decoded = decodeFilter(changed);
      expect({ bit, ok: decoded.ok }).toEqual({ bit, ok: false });
      if (!decoded.ok) codes.add(decoded.problem.code);
    }
    expect([...codes].sort()).toEqual(['contradicts-itself', 'cut-off', 'future-version', 'not-a-filter']);
  });
});
