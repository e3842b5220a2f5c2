import {
  appendLeafHashes,
  EMPTY_FRONTIER,
  type Frontier,
  frontierNodes,
  readFrontier,
  rootOf,
} from '../../core/merkle/frontier.js';
import type { Stores } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';
import { leafCount } from './leaf-count.js';
import { readSubtrees } from './read-subtrees.js';

/** Leaves read at once. */
const CHUNK = 4_096;

/**
 * The root of the tree of the first `size` leaves: from the tiles, and beyond the last signed checkpoint from the leaves.
 * The log must hold that many.
 */
export async function rootAt(
  stores: Pick<Stores, 'log' | 'logTree'>,
  size: number,
  sha256: Sha256,
): Promise<Uint8Array> {
  const tiled = Math.min(size, (await stores.logTree.latest())?.size ?? 0);
  let frontier: Frontier =
    tiled === 0
      ? EMPTY_FRONTIER
      : readFrontier(tiled, await readSubtrees(stores.logTree, frontierNodes(tiled), tiled, sha256));
  while (frontier.size < size) {
    const entries = await stores.log.byIndex(BigInt(frontier.size), Math.min(CHUNK, size - frontier.size));
    if (entries.length === 0) throw new RangeError(`The log holds only ${leafCount(frontier.size)}.`);
    const hashes = entries.map(({ leafHash }) => leafHash);
    frontier = appendLeafHashes(frontier, hashes, sha256);
  }
  return rootOf(frontier, sha256);
}
