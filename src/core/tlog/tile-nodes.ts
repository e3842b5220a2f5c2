/** The nodes of a tile of c2sp.org/tlog-tiles: its hashes, 32 bytes each, in order, and what is computed from them. */
import type { Sha256 } from '../log/sha256.js';
import { HASH_LENGTH, nodeHash } from '../merkle/node-hash.js';

/** Each level above the hashes is computed when it is first asked for, as far as the tile reaches. */
export class TileNodes {
  readonly #levels: Uint8Array[][];
  readonly #sha256: Sha256;

  /** @param bytes of the tile; must not change */
  constructor(bytes: Uint8Array, sha256: Sha256) {
    this.#levels = [hashesIn(bytes)];
    this.#sha256 = sha256;
  }

  /**
   * The hash of a perfect subtree of 2^levelInTile of the tile's hashes, 32 bytes that are not to be changed. `levelInTile`
   * 8 gives the one hash of a full tile that stands in the level above. Throws `RangeError` when the tile does not reach so far.
   */
  at(levelInTile: number, indexInTile: number): Uint8Array {
    const hash = this.#level(levelInTile)[indexInTile];
    if (hash === undefined) {
      throw new RangeError(`The tile has no complete node ${indexInTile} at level ${levelInTile}.`);
    }
    return hash;
  }

  #level(levelInTile: number): readonly Uint8Array[] {
    const known = this.#levels[levelInTile];
    if (known !== undefined) return known;
    const level = levelAbove(this.#level(levelInTile - 1), this.#sha256);
    this.#levels.push(level);
    return level;
  }
}

function hashesIn(bytes: Uint8Array): Uint8Array[] {
  const hashes: Uint8Array[] = [];
  for (let end = HASH_LENGTH; end <= bytes.length; end += HASH_LENGTH) {
    hashes.push(bytes.subarray(end - HASH_LENGTH, end));
  }
  return hashes;
}

/** A hash for each pair; one that is left over has none above it. */
function levelAbove(level: readonly Uint8Array[], sha256: Sha256): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (const [place, right] of level.entries()) {
    const left = level[place - 1];
    if (left !== undefined && place % 2 === 1) above.push(nodeHash(left, right, sha256));
  }
  return above;
}
