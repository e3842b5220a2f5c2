import {
  type Dataset,
  DatasetBusy,
  type DatasetFacts,
  type DatasetStore,
  type NewDataset,
} from '../../app/ports/catalogue.js';
import { takeLock } from '../advisory-lock.js';
import { StatementFailed } from '../database-errors.js';
import { DatasetRow } from '../entities/dataset.entity.js';
import { type Partitioned, PARTITIONED_TABLES } from '../partitioned-tables.js';
import {
  attachPartition,
  buildIndexes,
  createPartition,
  dropPartitions,
  OPENED_TOGETHER,
} from '../partitions.js';
import type { StoreSession } from '../store-session.js';

const LOCK_NOT_AVAILABLE = '55P03';

/** How long a drop waits for those who use the dataset. Whoever comes meanwhile waits behind it. */
const DROP_PATIENCE = '3s';

const REGISTERED_MEANWHILE = `
  UPDATE works SET looked_for_at = NULL
   WHERE created_at >= (SELECT created_at FROM datasets WHERE id = $1) AND looked_for_at IS NOT NULL`;

export class DatasetRepository implements DatasetStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async ensure(dataset: NewDataset): Promise<Dataset> {
    return (await this.bySlug(dataset.slug)) ?? (await this.#make(dataset));
  }

  async all(): Promise<Dataset[]> {
    return this.#session.find(DatasetRow, {}, { id: 'ASC' });
  }

  async bySlug(slug: string): Promise<Dataset | undefined> {
    const [dataset] = await this.#session.find(DatasetRow, { slug });
    return dataset;
  }

  async byIds(ids: readonly number[]): Promise<Dataset[]> {
    return this.#session.rows(DatasetRow, 'SELECT * FROM datasets WHERE id = ANY ($1::integer[])', [ids]);
  }

  async open(id: number, onStep?: (step: number, steps: number) => void): Promise<void> {
    await this.#session.transaction(async (session) => {
      const [dataset] = await session.query<{ is_open: boolean }>(
        'SELECT is_open FROM datasets WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!dataset || dataset.is_open) return;
      await buildIndexes(session, OPENED_TOGETHER, id, onStep);
      for (const table of OPENED_TOGETHER) await attachPartition(session, table, id);
      await session.execute('UPDATE datasets SET is_open = true WHERE id = $1', [id]);
      await session.execute(REGISTERED_MEANWHILE, [id]);
    });
  }

  async change(id: number, facts: Partial<DatasetFacts>): Promise<void> {
    await this.#session.update(DatasetRow, { id }, facts);
  }

  async drop(id: number): Promise<void> {
    try {
      await this.#session.transaction(async (session) => {
        await session.execute(`SET LOCAL lock_timeout = '${DROP_PATIENCE}'`);
        await session.query('SELECT FROM datasets WHERE id = $1 FOR UPDATE', [id]);
        await dropPartitions(session, id);
        await session.execute('DELETE FROM datasets WHERE id = $1', [id]);
      });
    } catch (error) {
      throw error instanceof StatementFailed && error.sqlState === LOCK_NOT_AVAILABLE
        ? new DatasetBusy()
        : error;
    }
  }

  async #make({ isClosed = false, ...dataset }: NewDataset): Promise<Dataset> {
    return this.#session.transaction(async (session) => {
      await takeLock(session, 'datasets');
      const [made] = await session.find(DatasetRow, { slug: dataset.slug });
      if (made) return made;

      const [next] = await session.query<{ id: number }>(`SELECT nextval('dataset_ids')::integer AS id`);
      if (!next) throw new Error('The sequence of dataset ids gave none.');
      const row: Dataset = {
        ...dataset,
        id: next.id,
        description: dataset.description,
        licence: dataset.licence,
        medium: dataset.medium ?? 'image',
        publisher: dataset.publisher,
        sourceUrl: dataset.sourceUrl,
        release: dataset.release,
        rowsHeld: 0n,
        rowsPublished: dataset.rowsPublished,
        isOpen: !isClosed,
        nextOrdinal: 0n,
      };
      await session.insert(DatasetRow, row);
      const openedLater: readonly Partitioned[] = row.isOpen ? [] : OPENED_TOGETHER;
      for (const table of PARTITIONED_TABLES) {
        await createPartition(session, table, row.id);
        if (!openedLater.includes(table)) await attachPartition(session, table, row.id);
      }
      return row;
    });
  }
}
