import type { Evidence, EvidenceStore } from '../../app/ports/claims.js';
import { EvidenceRow } from '../entities/evidence.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

// Holds the claim, so that an erasure of its account that comes at the same moment takes the evidence too.
const ADD = `
  INSERT INTO evidence (id, claim_id, text, link, submitted_at, wording)
  SELECT $1, id, $3, $4, $5, $6 FROM claims WHERE id = $2 AND account_id IS NOT NULL FOR SHARE`;

const OF_CLAIMS = `
  SELECT * FROM evidence WHERE claim_id = ANY ($1::uuid[]) ORDER BY claim_id, submitted_at, id`;

export class EvidenceRepository implements EvidenceStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add({ id, claimId, text, link, submittedAt, wording }: Evidence): Promise<boolean> {
    const bytes = wording && Buffer.from(wording);
    return (await this.#session.execute(ADD, [id, claimId, text, link, submittedAt, bytes])) > 0;
  }

  async ofClaims(claimIds: readonly string[]): Promise<Evidence[]> {
    return this.#session.rows(EvidenceRow, OF_CLAIMS, [claimIds.filter(isUuid)]);
  }
}
