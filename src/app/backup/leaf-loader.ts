import { leafHash } from '../../core/log/leaf-hash.js';
import { leafKeys } from '../../core/log/leaf-keys.js';
import { type Leaf, encodeLeaf, parseLeaf } from '../../core/log/leaf.js';
import { appendLeafHashes, EMPTY_FRONTIER, type Frontier, rootOf } from '../../core/merkle/frontier.js';
import { edgeTiles, growTiles } from '../../core/tlog/grow-tiles.js';
import type { LoadedLeaf, LoadTarget } from '../ports/load-target.js';
import type { Sha256 } from '../ports/surroundings.js';
import { RestoreRefused } from './restore-refused.js';

/** Leaves put back at once. */
const PIECE = 2_048;

export interface LeafPlan {
  /** Of how many leaves the tiles are made: as many as were signed. */
  readonly tiled: number;
  /** At which sizes the root is wanted. */
  readonly sizes: readonly number[];
  /** A leaf that stands before all others: each is then one place further on than it was. */
  readonly first?: Leaf;
}

/** Puts the leaves of a log back, hashing each: its tree is made from nothing else. */
export class LeafLoader {
  readonly #target: LoadTarget;
  readonly #plan: LeafPlan;
  readonly #sha256: Sha256;
  readonly #roots = new Map<number, Uint8Array>();
  #frontier: Frontier = EMPTY_FRONTIER;
  #waiting: Uint8Array[] = [];
  #hasBegun = false;
  /** Times of a log never run back. */
  #latest = new Date(0);

  constructor(target: LoadTarget, plan: LeafPlan, sha256: Sha256) {
    this.#target = target;
    this.#plan = plan;
    this.#sha256 = sha256;
    this.#noteRoot();
  }

  /** Throws `RestoreRefused` for what this release cannot read as a leaf. */
  async add(leaves: Iterable<Uint8Array>): Promise<void> {
    for (const leaf of leaves) {
      this.#waiting.push(leaf);
      if (this.#waiting.length === PIECE) await this.settle();
    }
  }

  /** Puts back what still waits. */
  async settle(): Promise<void> {
    await this.#begin();
    const leaves = this.#waiting;
    if (leaves.length === 0) return;
    this.#waiting = [];
    const offset = this.#frontier.size + (this.#plan.first === undefined ? 0 : 1);
    const rows = leaves.map((leaf, place) => this.#row(offset + place, readLeaf(leaf, offset + place), leaf));
    await this.#target.leaves(rows);
    const hashes = rows.map(({ hash }) => hash);
    await this.#growTiles(hashes);
    this.#grow(hashes);
  }

  async #begin(): Promise<void> {
    const { first } = this.#plan;
    if (first === undefined || this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#target.leaves([this.#row(0, first, encodeLeaf(first))]);
  }

  /** How many leaves were put back, without one that stands before them. */
  get size(): number {
    return this.#frontier.size;
  }

  /** The root of the first `size` leaves, where it was wanted and as many were put back. */
  rootAt(size: number): Uint8Array | undefined {
    return this.#roots.get(size);
  }

  #row(index: number, leaf: Leaf, bytes: Uint8Array): LoadedLeaf {
    const at = new Date(leaf.time);
    if (at > this.#latest) this.#latest = at;
    const hash = leafHash(bytes, this.#sha256);
    return { index, hash, kind: leaf.kind, leaf: bytes, loggedAt: this.#latest, keys: leafKeys(leaf) };
  }

  async #growTiles(hashes: readonly Uint8Array[]): Promise<void> {
    const { logTree } = this.#target.stores;
    const { size } = this.#frontier;
    const tiled = hashes.slice(0, Math.max(0, this.#plan.tiled - size));
    if (tiled.length === 0) return;
    const edge = await logTree.tiles(edgeTiles(size));
    await logTree.grow(growTiles(size, edge, tiled, this.#sha256));
  }

  #grow(hashes: readonly Uint8Array[]): void {
    let rest = hashes;
    while (rest.length > 0) {
      const { size } = this.#frontier;
      const next = Math.min(...this.#plan.sizes.filter((wanted) => wanted > size), size + rest.length);
      this.#frontier = appendLeafHashes(this.#frontier, rest.slice(0, next - size), this.#sha256);
      rest = rest.slice(next - size);
      this.#noteRoot();
    }
  }

  #noteRoot(): void {
    const { size } = this.#frontier;
    if (this.#plan.sizes.includes(size)) this.#roots.set(size, rootOf(this.#frontier, this.#sha256));
  }
}

function readLeaf(bytes: Uint8Array, index: number): Leaf {
  const read = parseLeaf(bytes);
  if (read.ok) return read.leaf;
  throw new RestoreRefused(
    'not-verified',
    `Leaf ${index} cannot be read as one (${read.problem.message}). Nothing was changed. ` +
      'Use the release that made the backup, or a later one.',
  );
}
