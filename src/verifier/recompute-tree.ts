/** The whole tree from its leaves alone, and every served hash tile compared on the way. */
import { HashTiles } from './hash-tiles.js';
import type { LogSource } from './log-source.js';
import { readAhead } from './read-ahead.js';
import { readEntries } from './served-files.js';
import { EMPTY_ROOT, leafHash } from './sha256.js';
import { TileComparisons } from './tile-comparisons.js';
import { TILE_WIDTH } from './tile-path.js';
import { TreeStack } from './tree-stack.js';

/** Bundles under way at once. Each can have 16 MiB, and is held until its turn comes. */
const AHEAD = 8;

export interface RecomputeListener {
  /** Each leaf in order, before it is part of the tree. */
  onLeaf(entry: Uint8Array, index: number, path: string): void;
  /** @param leaves how many are done */
  onProgress(leaves: number): void;
}

export interface RecomputedTree {
  readonly bundles: number;
  readonly tiles: number;
  /** Of the tree of the first leaves. Throws RangeError for a size that was not asked for. */
  rootAt(size: number): Uint8Array;
}

/**
 * Reads the entries of a tree of `size` leaves, hashes them, rebuilds every tile and compares it.
 * @param sizes for which the root is asked; none greater than `size`
 * Throws VerificationFailed: missing-file, wrong-length, wrong-hash, wrong-entry; UnreadableEvidence; AbortError; and what
 * `onLeaf` throws.
 */
export async function recomputeTree(
  source: LogSource,
  size: number,
  sizes: ReadonlySet<number>,
  listener: RecomputeListener,
  signal: AbortSignal,
): Promise<RecomputedTree> {
  const tiles = new HashTiles();
  const tree = new TreeStack((height, hash) => {
    tiles.add(height, hash);
  });
  const roots = new Map([[0, EMPTY_ROOT]]);
  const bundles = Math.ceil(size / TILE_WIDTH);
  const comparisons = new TileComparisons(source);
  for await (const { path, from, entries } of readAhead(bundles, AHEAD, (n) =>
    readEntries(source, n, size),
  )) {
    signal.throwIfAborted();
    for (const [offset, entry] of entries.entries()) {
      listener.onLeaf(entry, from + offset, path);
      tree.push(leafHash(entry));
      if (sizes.has(tree.size)) roots.set(tree.size, tree.root());
    }
    for (const tile of tiles.takeFull()) await comparisons.add(tile);
    listener.onProgress(tree.size);
  }
  for (const tile of tiles.partial()) await comparisons.add(tile);
  return {
    bundles,
    tiles: await comparisons.finish(),
    rootAt(asked) {
      const root = roots.get(asked);
      if (root === undefined) throw new RangeError(`The root at size ${asked} was not asked for.`);
      return root;
    },
  };
}
