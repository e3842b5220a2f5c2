import { type Ingestion, type IngestionStore, IngestionTaken } from '../../app/ports/catalogue.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { IngestionRow } from '../entities/ingestion.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';

const NEWEST_FIRST: Keyset<Ingestion> = {
  list: 'ingestions',
  key: [
    { sql: 'started_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: ({ startedAt, id }) => [startedAt.toISOString(), id],
};

export class IngestionRepository implements IngestionStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async begin(ingestion: Ingestion): Promise<void> {
    await this.#session.insert(IngestionRow, ingestion);
  }

  async takeOver(datasetId: number, identity: Uint8Array, holder: string): Promise<Ingestion | undefined> {
    const [taken] = await this.#session.rows(
      IngestionRow,
      `WITH latest AS (
         SELECT id FROM ingestions WHERE dataset_id = $1 AND identity = $2 AND finished_at IS NULL
          ORDER BY started_at DESC, id DESC LIMIT 1 FOR UPDATE
       )
       UPDATE ingestions SET holder = $3 FROM latest WHERE ingestions.id = latest.id RETURNING ingestions.*`,
      [datasetId, identity, holder],
    );
    return taken;
  }

  async save(ingestion: Ingestion): Promise<void> {
    const { id, holder } = ingestion;
    const saved = await this.#session.update(IngestionRow, { id, holder }, ingestion);
    if (saved === 0) throw new IngestionTaken(ingestion.fileName);
  }

  async forget(id: string): Promise<void> {
    await this.#session.execute('DELETE FROM ingestions WHERE id = $1', [id]);
  }

  async ofDataset(datasetId: number): Promise<Ingestion[]> {
    return this.#session.find(IngestionRow, { datasetId }, { startedAt: 'DESC', id: 'DESC' });
  }

  async page(datasetId: number, page: PageRequest): Promise<Page<Ingestion>> {
    return readPage(NEWEST_FIRST, page, [datasetId], ({ after, tail, parameters }) =>
      this.#session.rows(
        IngestionRow,
        `SELECT * FROM ingestions WHERE dataset_id = $1 AND ${after} ${tail}`,
        parameters,
      ),
    );
  }
}
