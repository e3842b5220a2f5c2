import type { PlaceKind } from '../../app/ports/claims.js';
import type { Dispute, DisputeEnd, DisputeStore } from '../../app/ports/disputes.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { joinClaims, withClaims } from '../dispute-claims.js';
import { DisputeRow } from '../entities/dispute.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import { toSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const NEWEST_OPEN_FIRST: Keyset<Dispute> = {
  list: 'disputes',
  key: [
    { sql: '(closed_at IS NULL)', type: 'boolean' },
    { sql: 'opened_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: (dispute) => [String(dispute.closedAt === undefined), dispute.openedAt.toISOString(), dispute.id],
};

const OPEN = `
  INSERT INTO disputes (id, cause, kind, expression, subject_digest, opened_at, subject_key, canon)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (kind, subject_digest) WHERE closed_at IS NULL AND cause <> 'no-against-yes' DO NOTHING`;

const OPEN_ON = `
  SELECT * FROM disputes
  WHERE kind = $1 AND subject_digest = $2 AND closed_at IS NULL AND cause <> 'no-against-yes'`;

const NAME_AGAIN = `
  UPDATE disputes SET expression = $2
  WHERE expression IS NULL AND kind = $3 AND subject_digest = $4
    AND id IN (SELECT dispute_id FROM dispute_claims WHERE claim_id = $1)`;

const CLOSE = `
  UPDATE disputes SET closed_at = $2, closed_by = $3, outcome = $4, closing_reason = $5, reason = $6, proposed_by = $7
  WHERE id = ANY ($1::uuid[]) AND closed_at IS NULL`;

// Between answers a claim may be there that nobody speaks by.
const OF_ACCOUNT = `
  (no_by = ANY ($2::text[]) OR yes_by = ANY ($2::text[])
   OR (no_by IS NULL AND id IN (SELECT dispute_id FROM dispute_claims JOIN claims ON claims.id = claim_id
                                WHERE claims.account_id = $1)))`;

export class DisputeRepository implements DisputeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async open(dispute: Dispute): Promise<Dispute> {
    return this.#session.transaction(async (session) => {
      const { id, cause, kind, expression, subjectDigest, openedAt, claimIds, canon } = dispute;
      const key = dispute.subjectKey === undefined ? null : toSignedKey(dispute.subjectKey).toString();
      await session.execute(OPEN, [id, cause, kind, expression, subjectDigest, openedAt, key, canon]);
      const [open] = await session.rows(DisputeRow, `${OPEN_ON} FOR UPDATE`, [kind, subjectDigest]);
      if (!open) throw new Error('A dispute was closed while it was being joined; open it again.');
      await joinClaims(session, [{ id: open.id, claimIds }]);
      return completed(session, open);
    });
  }

  async byId(id: string): Promise<Dispute | undefined> {
    const [dispute] = await this.#session.find(DisputeRow, { id });
    return dispute && completed(this.#session, dispute);
  }

  async byIds(ids: readonly string[]): Promise<Dispute[]> {
    const wanted = ids.filter(isUuid);
    if (wanted.length === 0) return [];
    const sql = 'SELECT * FROM disputes WHERE id = ANY ($1::uuid[])';
    return withClaims(this.#session, await this.#session.rows(DisputeRow, sql, [wanted]));
  }

  async openOn(kind: PlaceKind, subjectDigest: Uint8Array): Promise<Dispute | undefined> {
    const [dispute] = await this.#session.rows(DisputeRow, OPEN_ON, [kind, subjectDigest]);
    return dispute && completed(this.#session, dispute);
  }

  async nameAgain({
    id,
    expression,
    kind,
    subjectDigest,
  }: Parameters<DisputeStore['nameAgain']>[0]): Promise<void> {
    await this.#session.execute(NAME_AGAIN, [id, expression, kind, Buffer.from(subjectDigest)]);
  }

  async close(ids: readonly string[], end: DisputeEnd): Promise<void> {
    const { closedAt, closedBy, proposedBy, outcome, closingReason, reason } = end;
    const values = [ids, closedAt, closedBy, outcome, closingReason, reason, proposedBy];
    await this.#session.execute(CLOSE, values);
  }

  async noteAppeal(id: string, appealedFrom: string): Promise<void> {
    await this.#session.update(DisputeRow, { id }, { appealedFrom });
  }

  async ofAccount(
    { id, claimants }: Parameters<DisputeStore['ofAccount']>[0],
    page: PageRequest,
  ): Promise<Page<Dispute>> {
    return readPage(NEWEST_OPEN_FIRST, page, [id, claimants], async ({ after, tail, parameters }) => {
      const sql = `SELECT * FROM disputes WHERE ${OF_ACCOUNT} AND ${after} ${tail}`;
      return withClaims(this.#session, await this.#session.rows(DisputeRow, sql, parameters));
    });
  }

  async page(page: PageRequest): Promise<Page<Dispute>> {
    return readPage(NEWEST_OPEN_FIRST, page, [], async ({ after, tail, parameters }) => {
      const disputes = await this.#session.rows(
        DisputeRow,
        `SELECT * FROM disputes WHERE ${after} ${tail}`,
        parameters,
      );
      return withClaims(this.#session, disputes);
    });
  }
}

async function completed(session: StoreSession, dispute: Omit<Dispute, 'claimIds'>): Promise<Dispute> {
  const [complete] = await withClaims(session, [dispute]);
  return complete ?? { ...dispute, claimIds: [] };
}
