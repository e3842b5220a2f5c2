import type { Appeal, AppealStore } from '../../app/ports/dispute-exchange.js';
import { AppealRow } from '../entities/appeal.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const DECIDE = `
  UPDATE appeals SET decided_at = $2, decided_by = $3, outcome = $4, reason = $5
  WHERE id = $1 AND decided_at IS NULL`;

const BY = (column: string) =>
  `SELECT * FROM appeals WHERE ${column} = ANY ($1::uuid[]) ORDER BY made_at, id`;

export class AppealRepository implements AppealStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(appeal: Appeal): Promise<void> {
    await this.#session.attempt((session) => session.insert(AppealRow, appeal));
  }

  async byIds(ids: readonly string[]): Promise<Appeal[]> {
    return this.#session.rows(AppealRow, BY('id'), [ids.filter(isUuid)]);
  }

  async ofDisputes(disputeIds: readonly string[]): Promise<Appeal[]> {
    return this.#session.rows(AppealRow, BY('dispute_id'), [disputeIds.filter(isUuid)]);
  }

  async decide(id: string, end: Parameters<AppealStore['decide']>[1]): Promise<boolean> {
    const { decidedAt, decidedBy, outcome, reason } = end;
    return (await this.#session.execute(DECIDE, [id, decidedAt, decidedBy, outcome, reason])) > 0;
  }
}
