import {
  appendLeafHashes,
  EMPTY_FRONTIER,
  type Frontier,
  frontierNodes,
  readFrontier,
  rootOf,
} from '../../core/merkle/frontier.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { formatCheckpoint } from '../../core/tlog/checkpoint.js';
import { edgeTiles, growTiles } from '../../core/tlog/grow-tiles.js';
import type { LogEntry } from '../ports/log.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Stores } from '../ports/registry-store.js';
import { activeKeys } from './active-keys.js';
import type { LogParts } from './log-parts.js';
import { readSubtrees } from './read-subtrees.js';
import { logReadOnly } from './log-status.js';

/** Leaves read at once. */
const CHUNK = 4_096;

/**
 * Makes what was appended provable: durable in the journal, hashed into the tiles, under a signature. Everything that it
 * signs it has read again and hashed itself, up from the tree that it signed before; it never signs a smaller tree, or
 * one of which the earlier is not a part.
 */
export class LogPublisher {
  readonly #parts: Omit<LogParts, 'mark'>;
  /** The tree that this process has hashed or, once, taken over from a signed checkpoint. */
  #frontier: Frontier | undefined;

  constructor(parts: Omit<LogParts, 'mark'>) {
    this.#parts = parts;
  }

  /** Brings journal, tiles and signature up to the end of the log. Throws `LogReadOnly` when it must not. */
  async publish(): Promise<SignedCheckpoint | undefined> {
    await this.#keep();
    const { frontier, checkpoint } = await this.#parts.store.transact(async (stores) => {
      await stores.logTree.hold();
      const latest = await stores.logTree.latest();
      const size = Number(await stores.log.size());
      const before = await this.#caughtUp(stores, latest);
      if (before.size === size) return { frontier: before, checkpoint: latest };
      if (before.size > size) throw logReadOnly('behind');
      const grown = await this.#grow(stores, before, size);
      const signed = await this.#signed(stores, grown);
      await stores.logTree.add(signed);
      return { frontier: grown, checkpoint: signed };
    });
    this.#frontier = frontier;
    return checkpoint;
  }

  /** Copies to the journal what only the database holds. */
  async #keep(): Promise<void> {
    const { journal, store } = this.#parts;
    if (journal === undefined) return;
    const size = Number(await store.log.size());
    if (journal.size > size) throw logReadOnly('behind');
    while (journal.size < size) {
      const entries = await store.log.byIndex(BigInt(journal.size), CHUNK);
      refuseGap(entries, journal.size);
      await journal.append(entries.map(({ leaf }) => leaf));
    }
  }

  /** The tree at the last signed size, recomputed as far as this process has not seen it yet. */
  async #caughtUp(stores: Stores, latest: SignedCheckpoint | undefined): Promise<Frontier> {
    const { sha256 } = this.#parts;
    const target = latest?.size ?? 0;
    let frontier = this.#frontier ?? (await this.#fromTiles(stores, target));
    if (frontier.size > target) throw logReadOnly('behind');
    while (frontier.size < target) {
      const count = Math.min(CHUNK, target - frontier.size);
      frontier = appendLeafHashes(frontier, await this.#leafHashes(stores, frontier.size, count), sha256);
    }
    if (latest !== undefined && !equalBytes(rootOf(frontier, sha256), latest.root))
      throw logReadOnly('forked');
    return frontier;
  }

  async #fromTiles(stores: Stores, size: number): Promise<Frontier> {
    if (size === 0) return EMPTY_FRONTIER;
    return readFrontier(
      size,
      await readSubtrees(stores.logTree, frontierNodes(size), size, this.#parts.sha256),
    );
  }

  async #grow(stores: Stores, from: Frontier, size: number): Promise<Frontier> {
    const { sha256 } = this.#parts;
    let frontier = from;
    while (frontier.size < size) {
      const count = Math.min(CHUNK, size - frontier.size);
      const hashes = await this.#leafHashes(stores, frontier.size, count);
      const edge = await stores.logTree.tiles(edgeTiles(frontier.size));
      await stores.logTree.grow(growTiles(frontier.size, edge, hashes, sha256));
      frontier = appendLeafHashes(frontier, hashes, sha256);
    }
    return frontier;
  }

  /** Hashes leaves as they are read from the database, and compares with what they were said to hash to. */
  async #leafHashes(stores: Stores, from: number, count: number): Promise<Uint8Array[]> {
    const entries = await stores.log.byIndex(BigInt(from), count);
    refuseGap(entries, from);
    if (entries.length !== count) throw logReadOnly('behind');
    return entries.map((entry) => {
      const hash = leafHash(entry.leaf, this.#parts.sha256);
      if (!equalBytes(hash, entry.leafHash)) throw logReadOnly('forked');
      return hash;
    });
  }

  /** By the keys that the log itself names, this leaf and all, and no other. */
  async #signed(stores: Stores, frontier: Frontier): Promise<SignedCheckpoint> {
    const { keys, sha256, clock } = this.#parts;
    const active = await activeKeys(stores.log);
    if (!keys.held().some((key) => active.includes(key))) throw logReadOnly('other-key');
    const { size } = frontier;
    const root = rootOf(frontier, sha256);
    const note = keys.sign(formatCheckpoint({ origin: keys.origin, size, root, extensions: [] }), active);
    return { size, root, note, signedAt: clock() };
  }
}

function refuseGap(entries: readonly LogEntry[], from: number): void {
  const isGapless = entries.every(({ index }, offset) => index === BigInt(from + offset));
  if (!isGapless) throw logReadOnly('forked');
}
