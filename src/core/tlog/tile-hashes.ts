/** Reading hashes out of tiles (c2sp.org/tlog-tiles, "Merkle Tree"): a tile is its hashes, 32 bytes each, in order. */
import type { Sha256 } from '../log/sha256.js';
import { EMPTY_FRONTIER, appendLeafHashes, rootOf } from '../merkle/frontier.js';
import { HASH_LENGTH } from '../merkle/node-hash.js';
import type { SubtreeReader } from '../merkle/perfect-subtree.js';
import { type Tile, tileOfNode } from './tile.js';

/** The hashes of a tile, or undefined when its bytes are not as many as its width asks for. */
export function hashesOfTile(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  return bytes.length === width * HASH_LENGTH
    ? Array.from({ length: width }, (_, at) => bytes.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH))
    : undefined;
}

/**
 * The hash of a perfect subtree within a tile, of 2^levelInTile of its hashes. `levelInTile` 8 gives the one hash of a
 * full tile that stands in the level above. Throws `RangeError` when the tile does not reach so far.
 */
export function nodeFromTile(
  bytes: Uint8Array,
  levelInTile: number,
  indexInTile: number,
  sha256: Sha256,
): Uint8Array {
  const width = 2 ** levelInTile;
  const part = bytes.slice(indexInTile * width * HASH_LENGTH, (indexInTile + 1) * width * HASH_LENGTH);
  const hashes = hashesOfTile(part, width);
  if (hashes === undefined) {
    throw new RangeError(`The tile has no complete node ${indexInTile} at level ${levelInTile}.`);
  }
  return rootOf(appendLeafHashes(EMPTY_FRONTIER, hashes, sha256), sha256);
}

/**
 * Reads the subtrees of a tree of `size` leaves from its tiles. `bytesOf` gives those of one tile; it is asked for no
 * others than `tileOfNode` names, so that they can be fetched first.
 */
export function subtreesFromTiles(
  size: number,
  bytesOf: (tile: Tile) => Uint8Array,
  sha256: Sha256,
): SubtreeReader {
  return (level, index) => {
    const { tile, levelInTile, indexInTile } = tileOfNode({ level, index }, size);
    return nodeFromTile(bytesOf(tile), levelInTile, indexInTile, sha256);
  };
}
