import type { KeptFinding, OriginalFindingStore } from '../../app/ports/original-findings.js';
import { OriginalFindingRow } from '../entities/original-finding.entity.js';
import { storableJson } from '../storable-text.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const STANDING = `claims.account_id IS NOT NULL AND claims.state IN ('open', 'active', 'disputed')`;

const FOUND = `
  SELECT original_findings.* FROM original_findings JOIN claims ON claims.id = claim_id WHERE ${STANDING}`;

// Holds the claim, so that an erasure of its account that comes at the same moment takes the finding too.
const PUT = `
  INSERT INTO original_findings (id, claim_id, sha256, size, finding, read_at)
  SELECT $1, id, $3, $4, $5::jsonb, $6 FROM claims WHERE id = $2 AND ${STANDING} FOR SHARE
  ON CONFLICT ON CONSTRAINT original_findings_claim_id_sha256_key
  DO UPDATE SET size = excluded.size, finding = excluded.finding, read_at = excluded.read_at`;

const UNFINISHED = 'INSERT INTO unfinished_erasures (id, erased_at) VALUES (gen_random_uuid(), now())';

export class OriginalFindingRepository implements OriginalFindingStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async put({ id, claimId, sha256, size, finding, readAt }: KeptFinding): Promise<string | undefined> {
    const values = [id, claimId, Buffer.from(sha256), size, storableJson(finding), readAt];
    if ((await this.#session.execute(PUT, values)) === 0) return undefined;
    const [kept] = await this.#session.query<{ id: string }>(
      'SELECT id FROM original_findings WHERE claim_id = $1 AND sha256 = $2',
      [claimId, Buffer.from(sha256)],
    );
    return kept?.id;
  }

  async ofClaims(claimIds: readonly string[]): Promise<KeptFinding[]> {
    const text = `${FOUND} AND claim_id = ANY ($1::uuid[]) ORDER BY read_at, original_findings.id`;
    return this.#session.rows(OriginalFindingRow, text, [claimIds.filter(isUuid)]);
  }

  async byId(id: string): Promise<KeptFinding | undefined> {
    if (!isUuid(id)) return undefined;
    const [found] = await this.#session.rows(OriginalFindingRow, `${FOUND} AND original_findings.id = $1`, [
      id,
    ]);
    return found;
  }

  async remove(id: string): Promise<void> {
    const removed = await this.#session.execute('DELETE FROM original_findings WHERE id = $1', [id]);
    if (removed > 0) await this.#session.execute(UNFINISHED, []);
  }

  async removePast(): Promise<number> {
    const removed = await this.#session.execute(
      `DELETE FROM original_findings USING claims WHERE claims.id = claim_id AND NOT (${STANDING})`,
      [],
    );
    if (removed > 0) await this.#session.execute(UNFINISHED, []);
    return removed;
  }
}
