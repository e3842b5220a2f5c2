import type { Evidence, EvidenceStore } from '../../app/ports/claims.js';
import { EvidenceRow } from '../entities/evidence.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const OF_CLAIMS = `
  SELECT * FROM evidence WHERE claim_id = ANY ($1::uuid[]) ORDER BY claim_id, submitted_at, id`;

export class EvidenceRepository implements EvidenceStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(evidence: Evidence): Promise<void> {
    await this.#session.insert(EvidenceRow, evidence);
  }

  async ofClaims(claimIds: readonly string[]): Promise<Evidence[]> {
    return this.#session.rows(EvidenceRow, OF_CLAIMS, [claimIds.filter(isUuid)]);
  }
}
