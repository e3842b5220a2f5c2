import type { Proof, ProofStore } from '../../app/ports/proofs.js';
import { ProofRow } from '../entities/proof.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

// Holds the claim, so that an erasure of its account that comes at the same moment takes the proof too.
const PUT = `
  INSERT INTO proofs (claim_id, method, token, proven_at, checked_at, due_at, failing_since, last_reason, last_problem, lapsed_at)
  SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM claims WHERE id = $1 AND account_id IS NOT NULL FOR SHARE
  ON CONFLICT (claim_id) DO UPDATE SET
    (method, token, proven_at, checked_at, due_at, failing_since, last_reason, last_problem, lapsed_at) =
    (EXCLUDED.method, EXCLUDED.token, EXCLUDED.proven_at, EXCLUDED.checked_at, EXCLUDED.due_at,
     EXCLUDED.failing_since, EXCLUDED.last_reason, EXCLUDED.last_problem, EXCLUDED.lapsed_at)`;

// While a place is in dispute each side keeps what it proved, and what a person looked at no machine takes back.
const TAKE = `
  WITH due AS (
    SELECT claim_id, due_at AS was_due FROM proofs JOIN claims ON claims.id = claim_id
    WHERE due_at <= $1 AND lapsed_at IS NULL AND state = 'active' AND assurance = 'verified'
    ORDER BY due_at, claim_id
    LIMIT $3
    FOR UPDATE OF proofs SKIP LOCKED
  ), taken AS (
    UPDATE proofs SET due_at = $2 FROM due WHERE proofs.claim_id = due.claim_id RETURNING proofs.*, was_due
  )
  SELECT claim_id, method, token, proven_at, checked_at, due_at, failing_since, last_reason, last_problem, lapsed_at
  FROM taken ORDER BY was_due, claim_id`;

export class ProofRepository implements ProofStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async put(proof: Proof): Promise<void> {
    const { claimId, method, token, provenAt, checkedAt, dueAt } = proof;
    const { failingSince, lastReason, lastProblem, lapsedAt } = proof;
    const looked = [failingSince, lastReason, lastProblem, lapsedAt];
    await this.#session.execute(PUT, [claimId, method, token, provenAt, checkedAt, dueAt, ...looked]);
  }

  async ofClaims(claimIds: readonly string[]): Promise<Proof[]> {
    const ids = claimIds.filter(isUuid);
    return this.#session.rows(ProofRow, 'SELECT * FROM proofs WHERE claim_id = ANY ($1::uuid[])', [ids]);
  }

  async take(now: Date, until: Date, limit: number): Promise<Proof[]> {
    return this.#session.rows(ProofRow, TAKE, [now, until, limit]);
  }

  async update(claimId: string, change: Parameters<ProofStore['update']>[1]): Promise<void> {
    await this.#session.update(ProofRow, { claimId }, change);
  }
}
