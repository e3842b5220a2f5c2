import type { Sha256 } from '../log/sha256.js';
import type { SubtreeReader } from '../merkle/perfect-subtree.js';
import { type Tile, tileOfNode } from './tile.js';
import { TileNodes } from './tile-nodes.js';

/** More than a tree of 2^53 leaves has. */
const TILE_LEVELS = 8;

/**
 * Reads the subtrees of a tree of `size` leaves from its tiles. `bytesOf` gives those of one tile, once; it is asked for no
 * others than `tileOfNode` names, so that they can be fetched first. Proofs of neighbours share most of their nodes: each is
 * computed once, as long as they are made by the same reader.
 */
export function subtreesFromTiles(
  size: number,
  bytesOf: (tile: Tile) => Uint8Array,
  sha256: Sha256,
): SubtreeReader {
  const read = new Map<number, TileNodes>();
  return (level, index) => {
    const { tile, levelInTile, indexInTile } = tileOfNode({ level, index }, size);
    const place = tile.index * TILE_LEVELS + tile.level;
    let nodes = read.get(place);
    if (nodes === undefined) {
      nodes = new TileNodes(bytesOf(tile), sha256);
      read.set(place, nodes);
    }
    return nodes.at(levelInTile, indexInTile);
  };
}
