/**
 * How the hash tiles of a log grow (C2SP tlog-tiles, "Merkle Tree"): level 0 holds leaf hashes, each level above the root
 * of every full tile of the level below. Tiles are written from left to right and never rewritten.
 */
import type { Sha256 } from '../log/sha256.js';
import { HASH_LENGTH } from '../merkle/node-hash.js';
import { type Tile, TILE_HEIGHT, TILE_WIDTH } from './tile.js';
import { TileNodes } from './tile-nodes.js';

/** A tile from its first hash to as far as it has grown; `hashes` is 32 bytes for each. */
export interface GrowingTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/** The tiles at the right edge of a tree that have begun and are not full. */
export function edgeTiles(size: number): Tile[] {
  const edge: Tile[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const width = count % TILE_WIDTH;
    if (width > 0) edge.push({ level, index: Math.floor(count / TILE_WIDTH), width });
  }
  return edge;
}

/**
 * The tiles that begin or grow when leaves are added to a tree, each whole.
 * @param edge the tiles of {@link edgeTiles} of that size; longer ones are cut, so that leaves may be added again
 * @throws RangeError when a tile of the edge is missing or too short
 */
export function growTiles(
  size: number,
  edge: readonly GrowingTile[],
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): GrowingTile[] {
  const grown: GrowingTile[] = [];
  let added = leafHashes;
  for (let level = 0, count = size; added.length > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const hashes = [...begunHashes(level, count, edge), ...added];
    const first = Math.floor(count / TILE_WIDTH);
    const roots: Uint8Array[] = [];
    for (let start = 0; start < hashes.length; start += TILE_WIDTH) {
      const tile = hashes.slice(start, start + TILE_WIDTH);
      const bytes = joined(tile);
      grown.push({ level, index: first + start / TILE_WIDTH, hashes: bytes });
      if (tile.length === TILE_WIDTH) roots.push(new TileNodes(bytes, sha256).at(TILE_HEIGHT, 0));
    }
    added = roots;
  }
  return grown;
}

function begunHashes(level: number, count: number, edge: readonly GrowingTile[]): Uint8Array[] {
  const width = count % TILE_WIDTH;
  if (width === 0) return [];
  const index = Math.floor(count / TILE_WIDTH);
  const begun = edge.find((tile) => tile.level === level && tile.index === index);
  if (begun === undefined || begun.hashes.length < width * HASH_LENGTH) {
    throw new RangeError(`Tile ${index} of level ${level} must hold ${width} hashes: rebuild the tiles.`);
  }
  return Array.from({ length: width }, (_, place) =>
    begun.hashes.subarray(place * HASH_LENGTH, (place + 1) * HASH_LENGTH),
  );
}

function joined(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_LENGTH);
  for (const [index, hash] of hashes.entries()) bytes.set(hash, index * HASH_LENGTH);
  return bytes;
}
