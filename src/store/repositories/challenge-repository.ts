import type { Challenge, ChallengeStore } from '../../app/ports/claims.js';
import { ChallengeRow } from '../entities/challenge.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const LATEST_OF = `
  SELECT DISTINCT ON (claim_id) * FROM challenges
  WHERE claim_id = ANY ($1::uuid[])
  ORDER BY claim_id, created_at DESC, id DESC`;

export class ChallengeRepository implements ChallengeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(challenge: Challenge): Promise<void> {
    await this.#session.insert(ChallengeRow, challenge);
  }

  async latestOf(claimIds: readonly string[]): Promise<Challenge[]> {
    return this.#session.rows(ChallengeRow, LATEST_OF, [claimIds.filter(isUuid)]);
  }

  async update(id: string, change: Parameters<ChallengeStore['update']>[1]): Promise<void> {
    await this.#session.update(ChallengeRow, { id }, change);
  }
}
