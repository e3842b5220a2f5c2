import type { UnmetRows, UnmetRowsStore } from '../../app/ports/unmet-rows.js';
import { UnmetRowsRow } from '../entities/unmet-rows.entity.js';
import type { StoreSession } from '../store-session.js';

export class UnmetRowsRepository implements UnmetRowsStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(rows: UnmetRows): Promise<void> {
    await this.#session.insert(UnmetRowsRow, rows);
  }

  async remove(id: string): Promise<void> {
    await this.#session.execute('DELETE FROM unmet_rows WHERE id = $1', [id]);
  }

  async leftBefore(at: Date, limit: number): Promise<UnmetRows[]> {
    return this.#session.rows(
      UnmetRowsRow,
      `SELECT unmet_rows.* FROM unmet_rows JOIN datasets ON datasets.id = dataset_id AND is_open
        WHERE since < $1 ORDER BY since, unmet_rows.id LIMIT $2`,
      [at, limit],
    );
  }
}
