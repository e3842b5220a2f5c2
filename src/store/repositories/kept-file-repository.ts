import type { KeptFile, KeptFileStore } from '../../app/ports/kept-files.js';
import { KeptFileRow } from '../entities/kept-file.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const FACTS = 'kept_files.id, claim_id, kept_files.kind, content_type, sha256, size, added_at';

/** A screenshot is for a decision that is still to come, the file of a work for as long as it is claimed. */
const KEPT = `
  (kept_files.kind = 'original' AND claims.state IN ('open', 'active', 'disputed')
   OR kept_files.kind = 'screenshot' AND claims.state IN ('open', 'disputed') AND added_at >= $1)`;

// Holds the claim, so that an erasure of its account that comes at the same moment takes the file too.
const ADD = `
  INSERT INTO kept_files (id, claim_id, kind, content_type, sha256, size, content, added_at)
  SELECT $1, id, $3, $4, $5, $6, $7, $8 FROM claims
   WHERE id = $2 AND account_id IS NOT NULL AND state IN ('open', 'active', 'disputed') FOR SHARE`;

const UNFINISHED = 'INSERT INTO unfinished_erasures (id, erased_at) VALUES (gen_random_uuid(), now())';

export class KeptFileRepository implements KeptFileStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(file: KeptFile, content: Uint8Array): Promise<boolean> {
    const { id, claimId, kind, contentType, sha256, size, addedAt } = file;
    const values = [id, claimId, kind, contentType, Buffer.from(sha256), size, Buffer.from(content), addedAt];
    return (await this.#session.execute(ADD, values)) > 0;
  }

  async ofClaim(claimId: string, since: Date): Promise<KeptFile[]> {
    if (!isUuid(claimId)) return [];
    return this.#session.rows(
      KeptFileRow,
      `SELECT ${FACTS} FROM kept_files JOIN claims ON claims.id = claim_id
        WHERE claim_id = $2 AND ${KEPT} ORDER BY added_at, kept_files.id`,
      [since, claimId],
    );
  }

  async byId(id: string, since: Date): Promise<KeptFile | undefined> {
    if (!isUuid(id)) return undefined;
    const [file] = await this.#session.rows(
      KeptFileRow,
      `SELECT ${FACTS} FROM kept_files JOIN claims ON claims.id = claim_id WHERE kept_files.id = $2 AND ${KEPT}`,
      [since, id],
    );
    return file;
  }

  async content(id: string): Promise<Uint8Array | undefined> {
    const [row] = await this.#session.query<{ content: Uint8Array }>(
      'SELECT content FROM kept_files WHERE id = $1',
      [id],
    );
    return row && new Uint8Array(row.content);
  }

  async sizeOf(accountId: string): Promise<number> {
    const [row] = await this.#session.query<{ size: string }>(
      `SELECT coalesce(sum(size), 0)::text AS size FROM kept_files JOIN claims ON claims.id = claim_id
        WHERE account_id = $1`,
      [accountId],
    );
    return Number(row?.size ?? 0);
  }

  async remove(id: string): Promise<void> {
    const removed = await this.#session.execute('DELETE FROM kept_files WHERE id = $1', [id]);
    if (removed > 0) await this.#session.execute(UNFINISHED, []);
  }

  async removePast(since: Date): Promise<number> {
    const removed = await this.#session.execute(
      `DELETE FROM kept_files USING claims WHERE claims.id = claim_id AND NOT ${KEPT}`,
      [since],
    );
    if (removed > 0) await this.#session.execute(UNFINISHED, []);
    return removed;
  }
}
