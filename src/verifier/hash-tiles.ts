/** The tiles of hashes that a tree must be served with, c2sp.org/tlog-tiles: level L holds the subtrees of height 8 · L. */
import { HASH_LENGTH } from './sha256.js';
import { hashesPath, TILE_WIDTH } from './tile-path.js';

const LEVEL_HEIGHT = 8;

export interface HashTile {
  /** Of the full tile. */
  readonly path: string;
  /** 1 to 256. */
  readonly width: number;
  /** 32 bytes for each hash. */
  readonly bytes: Uint8Array;
}

interface OpenTile {
  readonly level: number;
  readonly index: number;
  readonly bytes: Uint8Array;
  width: number;
}

/** Gathers the hashes of a growing tree into tiles. */
export class HashTiles {
  readonly #open: OpenTile[] = [];
  #full: HashTile[] = [];

  /** Takes the hash of a perfect subtree of 2^height leaves; they must come in the order of the tree. */
  add(height: number, hash: Uint8Array): void {
    if (height % LEVEL_HEIGHT !== 0) return;
    const level = height / LEVEL_HEIGHT;
    const tile = (this.#open[level] ??= begin(level, 0));
    tile.bytes.set(hash, tile.width * HASH_LENGTH);
    tile.width += 1;
    if (tile.width < TILE_WIDTH) return;
    this.#full.push(closed(tile));
    this.#open[level] = begin(level, tile.index + 1);
  }

  /** The tiles that have become full since this was asked last. */
  takeFull(): readonly HashTile[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** The partial tiles at the right edge; a level without hashes beyond its full tiles has none. */
  partial(): readonly HashTile[] {
    return this.#open.filter(({ width }) => width > 0).map(closed);
  }
}

function begin(level: number, index: number): OpenTile {
  return { level, index, width: 0, bytes: new Uint8Array(TILE_WIDTH * HASH_LENGTH) };
}

function closed({ level, index, width, bytes }: OpenTile): HashTile {
  return { path: hashesPath(level, index), width, bytes: bytes.subarray(0, width * HASH_LENGTH) };
}
