import type { SuspensionRecord, SuspensionStore } from '../../app/ports/moderation.js';
import { SuspensionRow } from '../entities/suspension.entity.js';
import type { StoreSession } from '../store-session.js';

const ADD = `
  INSERT INTO suspensions (id, claimant, statement_ids, cause, suspended_at, lifted_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`;

const IN_FORCE = `
  SELECT * FROM suspensions
  WHERE lifted_at IS NULL AND (claimant = ANY ($1::text[]) OR statement_ids && $2::bytea[])
  ORDER BY suspended_at, id`;

export class SuspensionRepository implements SuspensionStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add({ id, claimant, statementIds, cause, suspendedAt, liftedAt }: SuspensionRecord): Promise<void> {
    const ids = statementIds?.map((statementId) => Buffer.from(statementId));
    await this.#session.execute(ADD, [id, claimant, ids, cause, suspendedAt, liftedAt]);
  }

  async byId(id: string): Promise<SuspensionRecord | undefined> {
    const [suspension] = await this.#session.find(SuspensionRow, { id });
    return suspension;
  }

  async inForce(
    claimants: readonly string[],
    statementIds: readonly Uint8Array[],
  ): Promise<SuspensionRecord[]> {
    const ids = statementIds.map((id) => Buffer.from(id));
    return this.#session.rows(SuspensionRow, IN_FORCE, [claimants, ids]);
  }

  async lift(id: string, liftedAt: Date): Promise<void> {
    await this.#session.update(SuspensionRow, { id }, { liftedAt });
  }
}
