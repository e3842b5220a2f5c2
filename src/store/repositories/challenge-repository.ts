import type { Challenge, ChallengeStore } from '../../app/ports/claims.js';
import { ChallengeRow } from '../entities/challenge.entity.js';
import { storable } from '../row-values.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

// Holds the claim, so that an erasure of its account that comes at the same moment takes the challenge too.
const ADD = `
  INSERT INTO challenges (id, claim_id, token, created_at, expires_at, last_checked_at, last_reason, last_problem, met_at)
  SELECT $1, id, $3, $4, $5, $6, $7, $8, $9 FROM claims WHERE id = $2 AND account_id IS NOT NULL FOR SHARE`;

const LATEST_OF = `
  SELECT DISTINCT ON (claim_id) * FROM challenges
  WHERE claim_id = ANY ($1::uuid[])
  ORDER BY claim_id, created_at DESC, id DESC`;

export class ChallengeRepository implements ChallengeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(challenge: Challenge): Promise<boolean> {
    const { id, claimId, token, createdAt, expiresAt, lastCheckedAt, lastReason, lastProblem, metAt } =
      challenge;
    const found = [lastCheckedAt, lastReason, lastProblem, metAt];
    return (await this.#session.execute(ADD, [id, claimId, token, createdAt, expiresAt, ...found])) > 0;
  }

  async latestOf(claimIds: readonly string[]): Promise<Challenge[]> {
    return this.#session.rows(ChallengeRow, LATEST_OF, [claimIds.filter(isUuid)]);
  }

  async withTokens(tokens: readonly string[]): Promise<Challenge[]> {
    const sql = 'SELECT * FROM challenges WHERE token = ANY ($1::text[])';
    return this.#session.rows(ChallengeRow, sql, [tokens.map(storable)]);
  }

  async update(id: string, change: Parameters<ChallengeStore['update']>[1]): Promise<void> {
    await this.#session.update(ChallengeRow, { id }, change);
  }
}
