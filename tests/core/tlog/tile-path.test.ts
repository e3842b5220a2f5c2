import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entriesPath, parseTilePath, tilePath } from '../../../src/core/tlog/tile-path.js';
import { TILE_VECTORS } from './tile-vectors.js';

describe('paths of tiles', () => {
  it.each(TILE_VECTORS.paths)('$path is $kind $level/$index, $width wide: $reason', (one) => {
    const { path, kind, level, index, width } = one;
    const tile = { level, index, width };
    expect(kind === 'entries' ? entriesPath(tile) : tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual({ ok: true, kind, tile });
  });

  it.each(TILE_VECTORS.refused)('"$path" names nothing: $reason', ({ path }) => {
    expect(parseTilePath(path)).toMatchObject({ ok: false, problem: { code: 'not-a-tile-path' } });
  });

  it('are read back as they were written', () => {
    const tile = fc.record({
      level: fc.nat(63),
      index: fc.oneof(fc.nat(2_000), fc.maxSafeNat()),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tile, (one) => {
        expect(parseTilePath(tilePath(one))).toEqual({ ok: true, kind: 'hashes', tile: one });
        const bundle = { ...one, level: 0 };
        expect(parseTilePath(entriesPath(bundle))).toEqual({ ok: true, kind: 'entries', tile: bundle });
      }),
    );
  });

  it.each([
    [{ level: 64, index: 0, width: 256 }, 'a level that the format does not know'],
    [{ level: 0, index: -1, width: 256 }, 'a negative index'],
    [{ level: 0, index: 2 ** 53, width: 256 }, 'an index that is not exact'],
    [{ level: 0, index: 0, width: 0 }, 'an empty tile'],
    [{ level: 0, index: 0, width: 257 }, 'a tile that is too wide'],
    [{ level: 0.5, index: 0, width: 256 }, 'half a level'],
  ])('are not written for %j: %s', (tile) => {
    expect(() => tilePath(tile)).toThrow(RangeError);
  });

  it('are not written for entries above level 0', () => {
    expect(() => entriesPath({ level: 1, index: 0, width: 256 })).toThrow(RangeError);
  });
});
