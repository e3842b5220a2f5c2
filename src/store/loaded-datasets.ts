import type { BackedUpTable } from '../core/backup/backup-notes.js';
import { type Partitioned, PARTITIONED_TABLES } from './partitioned-tables.js';
import { attachPartition, buildIndexes, createPartition, partitionOf } from './partitions.js';
import { countEmbeddings } from './repositories/embedding-repository.js';
import { countFingerprints } from './repositories/fingerprint-repository.js';
import type { StoreSession } from './store-session.js';

const TAB = 0x09;

/**
 * Datasets that are put back: their tables stand apart from the catalogue while they are filled, and get their indexes once
 * they are, since rows that come into indexed tables take several times as long.
 */
export class LoadedDatasets {
  readonly #session: StoreSession;
  readonly #made = new Set<number>();

  constructor(session: StoreSession) {
    this.#session = session;
  }

  /** Makes the tables of those that have none yet. */
  async make(): Promise<void> {
    const datasets = await this.#session.query<{ id: number }>('SELECT id FROM datasets ORDER BY id');
    for (const { id } of datasets.filter((dataset) => !this.#made.has(dataset.id))) {
      for (const table of PARTITIONED_TABLES) await createPartition(this.#session, table, id);
      this.#made.add(id);
    }
  }

  /** The table that takes rows of a backup. Each piece of a partitioned table is of one dataset, which its first row names. */
  tableFor({ name, columns }: BackedUpTable, rows: Uint8Array): string {
    if (!PARTITIONED_TABLES.includes(name as Partitioned)) return name;
    const id = Number(cellOf(rows, columns.indexOf('dataset_id')));
    if (!this.#made.has(id))
      throw new Error(`The backup holds rows of ${name} that belong to no dataset of it.`);
    return partitionOf(name as Partitioned, id);
  }

  /** Lets the rows of all of them be found. */
  async open(): Promise<void> {
    for (const id of this.#made) {
      await buildIndexes(this.#session, PARTITIONED_TABLES, id);
      for (const table of PARTITIONED_TABLES) await attachPartition(this.#session, table, id);
      await this.#countVectors(id);
      await this.#countFingerprints(id);
    }
    await this.#session.query(
      `SELECT setval('dataset_ids', coalesce(max(id), 0) + 1, false) FROM datasets HAVING count(*) > 0`,
    );
  }

  /** Some may have come in between the moment that is backed up and the one at which they were read, of a later model too. */
  async #countVectors(id: number): Promise<void> {
    const vectors = partitionOf('embeddings', id);
    await this.#session.execute(
      `DELETE FROM ${vectors} WHERE model_id NOT IN (SELECT id FROM embedding_models)`,
    );
    await this.#session.execute(
      `INSERT INTO dataset_embeddings (dataset_id, model_id, vectors_held)
       SELECT DISTINCT ${id}, model_id, 0 FROM ${vectors} ON CONFLICT DO NOTHING`,
    );
    await countEmbeddings(this.#session, id);
  }

  async #countFingerprints(id: number): Promise<void> {
    await this.#session.execute(
      `INSERT INTO dataset_fingerprints (dataset_id, pictures_read, pictures_missed)
       SELECT ${id}, 0, 0 WHERE EXISTS (SELECT FROM ${partitionOf('fingerprints', id)}) ON CONFLICT DO NOTHING`,
    );
    await countFingerprints(this.#session, id);
  }
}

/** A cell of the first row, which must not be the last of its row. */
function cellOf(rows: Uint8Array, place: number): string {
  let start = 0;
  for (let at = 0; at < place; at += 1) start = rows.indexOf(TAB, start) + 1;
  return new TextDecoder().decode(rows.subarray(start, rows.indexOf(TAB, start)));
}
