/**
 * Tiles of c2sp.org/tlog-tiles: a tile of level l, from 0 up, holds the hashes of 256 neighbouring perfect subtrees of
 * 256^l leaves each. What lies between its hashes and the next level's is computed from them.
 */
import type { NodeId } from '../merkle/perfect-subtree.js';
import { assertTreeSize } from '../merkle/tree-size.js';

export interface Tile {
  readonly level: number;
  readonly index: number;
  /** Hashes in it: 256, or fewer in a partial tile on the right edge. */
  readonly width: number;
}

/** Hashes in a full tile. */
export const TILE_WIDTH = 256;

/** Levels of the tree that one level of tiles spans; the hashes in a tile stand at the lowest of them. */
export const TILE_HEIGHT = 8;

/** Where a node's hash is had: among the `TileNodes` of a tile. */
export interface NodePlace {
  readonly tile: Tile;
  /** From 0, a hash as it stands in the tile, to 7. */
  readonly levelInTile: number;
  /** Counts the perfect subtrees of that level within the tile. */
  readonly indexInTile: number;
}

/**
 * The tile from which a node's hash is had in a tree of `size` leaves, as wide as that tree has it. Throws `RangeError`
 * when the tree has not all the leaves of the node.
 */
export function tileOfNode({ level, index }: NodeId, size: number): NodePlace {
  assertTreeSize(size);
  if ((index + 1) * 2 ** level > size) {
    throw new RangeError(`A tree of size ${size} has no complete node ${index} at level ${level}.`);
  }
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const levelInTile = level % TILE_HEIGHT;
  const nodesInTile = TILE_WIDTH / 2 ** levelInTile;
  const tileIndex = Math.floor(index / nodesInTile);
  const hashes = Math.floor(size / TILE_WIDTH ** tileLevel);
  const width = Math.min(TILE_WIDTH, hashes - tileIndex * TILE_WIDTH);
  return {
    tile: { level: tileLevel, index: tileIndex, width },
    levelInTile,
    indexInTile: index % nodesInTile,
  };
}
