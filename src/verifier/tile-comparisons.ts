import type { HashTile } from './hash-tiles.js';
import type { LogSource } from './log-source.js';
import { compareTile } from './served-files.js';

/** Tiles compared at once. */
const AT_ONCE = 16;

/** Compares tiles with those that are served while the tree grows on; a fault shows when its turn comes, in their order. */
export class TileComparisons {
  readonly #source: LogSource;
  readonly #underWay: Promise<void>[] = [];
  #count = 0;

  constructor(source: LogSource) {
    this.#source = source;
  }

  async add(tile: HashTile): Promise<void> {
    const comparison = compareTile(this.#source, tile);
    comparison.catch(() => undefined);
    this.#underWay.push(comparison);
    this.#count += 1;
    if (this.#underWay.length >= AT_ONCE) await this.#underWay.shift();
  }

  /** @returns how many tiles were compared */
  async finish(): Promise<number> {
    for (const comparison of this.#underWay) await comparison;
    return this.#count;
  }
}
