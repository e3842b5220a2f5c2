import type { Dataset, DatasetStore, NewDataset } from '../../app/ports/catalogue.js';
import { DatasetRow } from '../entities/dataset.entity.js';
import type { StoreSession } from '../store-session.js';
import { takeLock } from '../advisory-lock.js';

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

  async #make(dataset: NewDataset): Promise<Dataset> {
    return this.#session.transaction(async (session) => {
      await takeLock(session, 'datasets');
      const [made] = await session.find(DatasetRow, { slug: dataset.slug });
      if (made) return made;

      const [next] = await session.query<{ id: number }>(
        'SELECT coalesce(max(id), 0) + 1 AS id FROM datasets',
      );
      const id = next?.id ?? 1;
      const row = {
        ...dataset,
        id,
        description: dataset.description,
        licence: dataset.licence,
        rowsHeld: 0n,
        rowsPublished: dataset.rowsPublished,
      };
      await session.insert(DatasetRow, row);
      await session.execute(`CREATE TABLE entries_${id} PARTITION OF entries FOR VALUES IN (${id})`);
      return row;
    });
  }
}
