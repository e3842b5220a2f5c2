import type { Ingestion, IngestionStore } from '../../app/ports/catalogue.js';
import { IngestionRow } from '../entities/ingestion.entity.js';
import type { StoreSession } from '../store-session.js';

export class IngestionRepository implements IngestionStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async save(ingestion: Ingestion): Promise<void> {
    await this.#session.upsert(IngestionRow, ingestion, ['id']);
  }

  async ofDataset(datasetId: number): Promise<Ingestion[]> {
    return this.#session.find(IngestionRow, { datasetId }, { startedAt: 'DESC', id: 'DESC' });
  }
}
