import type { NodeId, SubtreeReader } from '../../core/merkle/perfect-subtree.js';
import { subtreesFromTiles } from '../../core/tlog/subtrees-from-tiles.js';
import { type Tile, tileOfNode } from '../../core/tlog/tile.js';
import type { LogTreeStore } from '../ports/log-tree.js';
import type { Sha256 } from '../ports/surroundings.js';
import { logReadOnly } from './log-status.js';

const HASH_LENGTH = 32;

/**
 * Fetches, in one query, the tiles that hold these nodes of the tree of `size` leaves, and gives a reader of them. Throws
 * `LogReadOnly` when a tile is not there or too short.
 */
export async function readSubtrees(
  store: LogTreeStore,
  nodes: readonly NodeId[],
  size: number,
  sha256: Sha256,
): Promise<SubtreeReader> {
  const wanted = new Map<string, Tile>();
  for (const node of nodes) {
    const { tile } = tileOfNode(node, size);
    wanted.set(nameOf(tile), tile);
  }
  const stored = await store.tiles([...wanted.values()]);
  const bytes = new Map(stored.map((tile) => [nameOf(tile), tile.hashes]));
  return subtreesFromTiles(
    size,
    (tile) => {
      const hashes = bytes.get(nameOf(tile));
      if (hashes === undefined || hashes.length < tile.width * HASH_LENGTH) throw logReadOnly('forked');
      return hashes.subarray(0, tile.width * HASH_LENGTH);
    },
    sha256,
  );
}

function nameOf({ level, index }: Pick<Tile, 'level' | 'index'>): string {
  return `${level}/${index}`;
}
