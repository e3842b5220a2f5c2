/** Which tiles a tree has, and which change as it grows (c2sp.org/tlog-tiles, "Partial Tiles"). */
import { assertTreeSize } from '../merkle/tree-size.js';
import { TILE_WIDTH, type Tile } from './tile.js';

/** Every tile of a tree, partial ones last in their level. Without end in practice for huge trees, hence one by one. */
export function tilesForSize(size: number): Generator<Tile> {
  return newTiles(0, size);
}

/**
 * The tiles that a tree of `newSize` leaves has and one of `oldSize` has not, or has not as wide, level by level from the
 * leaves up. Entry bundles appear and grow exactly as the tiles of level 0. Throws `RangeError` when a tree would shrink.
 */
export function* newTiles(oldSize: number, newSize: number): Generator<Tile> {
  assertTreeSize(oldSize);
  assertTreeSize(newSize);
  if (oldSize > newSize) {
    throw new RangeError(`A tree of size ${oldSize} does not shrink to ${newSize}.`);
  }
  let had = oldSize;
  let has = newSize;
  for (let level = 0; has > had; level += 1) {
    for (let index = Math.floor(had / TILE_WIDTH); index * TILE_WIDTH < has; index += 1) {
      yield { level, index, width: Math.min(TILE_WIDTH, has - index * TILE_WIDTH) };
    }
    had = Math.floor(had / TILE_WIDTH);
    has = Math.floor(has / TILE_WIDTH);
  }
}
