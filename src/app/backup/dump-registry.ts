import { bytesToHex } from '@noble/hashes/utils.js';
import type { BackedUpTable, BackupEnd } from '../../core/backup/backup-notes.js';
import { BackupWriter } from '../../core/backup/backup-writer.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { appendLeafHashes, EMPTY_FRONTIER, type Frontier, rootOf } from '../../core/merkle/frontier.js';
import { rootAt } from '../log/root-at.js';
import type { Dataset, OrdinalRange } from '../ports/catalogue.js';
import type { RegistryStore, Stores } from '../ports/registry-store.js';
import type { Clock, Sha256 } from '../ports/surroundings.js';
import { DatasetChanged } from './dataset-changed.js';

export interface DumpedRegistry {
  readonly store: RegistryStore;
  readonly sha256: Sha256;
  readonly clock: Clock;
  /** Of the log. */
  readonly origin: string;
}

export interface DumpOptions {
  /** Where the leaves lie: in the backup, or in the journal beside it, from which they are put back. */
  readonly leaves: 'inside' | 'journal';
  readonly withCatalogue: boolean;
  readonly signal?: AbortSignal;
  /** Told how many leaves and rows were written so far. */
  readonly onProgress?: (written: number) => void;
}

/** Leaves, sizes and rows asked for at once. */
const PIECE = 2_048;
/** Tables that are read dataset by dataset. What they hold grows too, and is read after the moment that is backed up. */
const BY_DATASET: readonly string[] = ['entries', 'embeddings', 'fingerprints', 'fingerprint_regions'];

/**
 * Writes everything that a store holds, as it stood at one moment. What only ever grows is written before, in small pieces:
 * the transaction in which the rest is read would else keep an embedded database from everybody for longer.
 * @param write takes the bytes of the backup in their order
 */
export async function dumpRegistry(
  registry: DumpedRegistry,
  options: DumpOptions,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<BackupEnd> {
  return new RegistryDump(registry, options, write).run();
}

class RegistryDump {
  readonly #registry: DumpedRegistry;
  readonly #options: DumpOptions;
  readonly #writer: BackupWriter;
  #frontier: Frontier = EMPTY_FRONTIER;
  #signed = 0;
  #written = 0;

  constructor(registry: DumpedRegistry, options: DumpOptions, write: (bytes: Uint8Array) => Promise<void>) {
    this.#registry = registry;
    this.#options = options;
    this.#writer = new BackupWriter(write, registry.sha256);
  }

  async run(): Promise<BackupEnd> {
    const { store, clock, origin } = this.#registry;
    const { leaves, withCatalogue } = this.#options;
    await this.#writer.header({
      madeAt: clock().toISOString(),
      origin,
      migrations: await store.dump.migrations(),
      leaves,
      hasCatalogue: withCatalogue,
      ...(leaves === 'journal' ? { state: await store.dump.state() } : {}),
    });
    if (leaves === 'inside') await this.#writeGrown(store);
    const { log, datasets } = await store.snapshot((stores) => this.#writeSnapshot(stores));
    for (const dataset of datasets) await this.#writeDataset(dataset);
    return this.#writer.end(log);
  }

  async #writeSnapshot(stores: Stores) {
    const size = Number(await stores.log.size());
    const log = await (this.#options.leaves === 'inside'
      ? this.#writeLog(stores, size)
      : this.#writeLastCheckpoint(stores, size));
    for (const table of await stores.dump.tables('registry')) await this.#writeTable(stores, table);
    if (!this.#options.withCatalogue) return { log, datasets: [] };
    for (const table of await stores.dump.tables('catalogue')) {
      if (!BY_DATASET.includes(table.name)) await this.#writeTable(stores, table);
    }
    return { log, datasets: (await stores.datasets.all()).filter(({ isOpen }) => isOpen) };
  }

  /** The leaves and the checkpoints that are not written yet. */
  async #writeGrown(stores: Stores): Promise<void> {
    const { sha256 } = this.#registry;
    const size = Number(await stores.log.size());
    while (this.#frontier.size < size) {
      const entries = await stores.log.byIndex(
        BigInt(this.#frontier.size),
        Math.min(PIECE, size - this.#frontier.size),
      );
      if (entries.length === 0) throw new Error(`Leaf ${this.#frontier.size} is missing from the log.`);
      const leaves = entries.map(({ leaf }) => leaf);
      await this.#writer.leaves(leaves);
      this.#frontier = appendLeafHashes(
        this.#frontier,
        leaves.map((leaf) => leafHash(leaf, sha256)),
        sha256,
      );
      this.#progress(leaves.length);
    }
    const signed = (await stores.logTree.latest())?.size ?? 0;
    await this.#writeCheckpoints(stores, this.#signed + 1, signed);
    this.#signed = signed;
  }

  async #writeLog(stores: Stores, size: number): Promise<Omit<BackupEnd, 'tables'>> {
    await this.#writeGrown(stores);
    await this.#writeTable(stores, await tableOf(stores, 'log_cosignatures'));
    return {
      size,
      root: bytesToHex(rootOf(this.#frontier, this.#registry.sha256)),
      signed: this.#signed,
    };
  }

  /** The journal makes the tree; by the last checkpoint it is seen to be the one that was signed. */
  async #writeLastCheckpoint(stores: Stores, size: number): Promise<Omit<BackupEnd, 'tables'>> {
    const signed = (await stores.logTree.latest())?.size ?? 0;
    for (const name of ['log_checkpoints', 'log_cosignatures']) {
      const table = await tableOf(stores, name);
      await this.#writer.rows(table, await stores.dump.signed(table, signed, signed));
    }
    return { size, root: bytesToHex(await rootAt(stores, size, this.#registry.sha256)), signed };
  }

  async #writeCheckpoints(stores: Stores, from: number, upTo: number): Promise<void> {
    const table = await tableOf(stores, 'log_checkpoints');
    for (let start = from; start <= upTo; start += PIECE) {
      await this.#writer.rows(
        table,
        await stores.dump.signed(table, start, Math.min(start + PIECE - 1, upTo)),
      );
      this.#progress(0);
    }
  }

  async #writeTable(stores: Stores, table: BackedUpTable): Promise<void> {
    await this.#writer.rows(table, new Uint8Array());
    for await (const rows of stores.dump.rows(table)) this.#progress(await this.#writer.rows(table, rows));
  }

  /** Rows that come later have later ordinals; that none went meanwhile is seen by how many there are. */
  async #writeDataset({ id, slug, rowsHeld, nextOrdinal }: Dataset): Promise<void> {
    let rows = 0;
    for (let from = 0n; from < nextOrdinal; from += BigInt(PIECE)) {
      const to = from + BigInt(PIECE) < nextOrdinal ? from + BigInt(PIECE) : nextOrdinal;
      rows += await this.#registry.store.snapshot((stores) => this.#writeRows(stores, id, { from, to }));
    }
    if (BigInt(rows) !== rowsHeld) throw new DatasetChanged(slug);
  }

  /** Rows with what is known of them, as it stands at one moment. Answers how many rows. */
  async #writeRows(stores: Stores, datasetId: number, ordinals: OrdinalRange): Promise<number> {
    let rows = 0;
    for (const name of BY_DATASET) {
      const table = await tableOf(stores, name, 'catalogue');
      const written = await this.#writer.rows(table, await stores.dump.ofDataset(table, datasetId, ordinals));
      if (name === 'entries') rows = written;
      this.#progress(written);
    }
    return rows;
  }

  #progress(added: number): void {
    this.#options.signal?.throwIfAborted();
    this.#written += added;
    this.#options.onProgress?.(this.#written);
  }
}

async function tableOf(
  { dump }: Pick<Stores, 'dump'>,
  name: string,
  part: 'log' | 'catalogue' = 'log',
): Promise<BackedUpTable> {
  const table = (await dump.tables(part)).find((one) => one.name === name);
  if (table === undefined) throw new Error(`The store has no table ${name}.`);
  return table;
}
