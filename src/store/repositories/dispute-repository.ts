import type { Dispute, DisputeStore, PlaceKind } from '../../app/ports/claims.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { DisputeRow } from '../entities/dispute.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';

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
  INSERT INTO disputes (id, kind, expression, subject_digest, opened_at)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (kind, subject_digest) WHERE closed_at IS NULL DO NOTHING`;

const OPEN_ON = 'SELECT * FROM disputes WHERE kind = $1 AND subject_digest = $2 AND closed_at IS NULL';

const JOIN = `
  INSERT INTO dispute_claims (dispute_id, claim_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`;

const CLAIMS_OF = `
  SELECT dispute_id AS dispute, claim_id AS claim
  FROM dispute_claims JOIN claims ON claims.id = claim_id
  WHERE dispute_id = ANY ($1::uuid[])
  ORDER BY claims.created_at, claims.id`;

const CLOSE = `
  UPDATE disputes SET closed_at = $2, closed_by = $3, outcome = $4, reason = $5
  WHERE id = $1 AND closed_at IS NULL`;

export class DisputeRepository implements DisputeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async open(dispute: Dispute): Promise<Dispute> {
    return this.#session.transaction(async (session) => {
      const { id, kind, expression, subjectDigest, openedAt, claimIds } = dispute;
      await session.execute(OPEN, [id, kind, expression, subjectDigest, openedAt]);
      const [open] = await session.rows(DisputeRow, `${OPEN_ON} FOR UPDATE`, [kind, subjectDigest]);
      if (!open) throw new Error('A dispute was closed while it was being joined; open it again.');
      await session.execute(JOIN, [open.id, claimIds]);
      return withClaims(session, open);
    });
  }

  async byId(id: string): Promise<Dispute | undefined> {
    const [dispute] = await this.#session.find(DisputeRow, { id });
    return dispute && withClaims(this.#session, dispute);
  }

  async openOn(kind: PlaceKind, subjectDigest: Uint8Array): Promise<Dispute | undefined> {
    const [dispute] = await this.#session.rows(DisputeRow, OPEN_ON, [kind, subjectDigest]);
    return dispute && withClaims(this.#session, dispute);
  }

  async close(id: string, closing: Parameters<DisputeStore['close']>[1]): Promise<void> {
    const { closedAt, closedBy, outcome, reason } = closing;
    await this.#session.execute(CLOSE, [id, closedAt, closedBy, outcome, reason]);
  }

  async page(page: PageRequest): Promise<Page<Dispute>> {
    return readPage(NEWEST_OPEN_FIRST, page, [], async ({ after, tail, parameters }) => {
      const disputes = await this.#session.rows(
        DisputeRow,
        `SELECT * FROM disputes WHERE ${after} ${tail}`,
        parameters,
      );
      return withAllClaims(this.#session, disputes);
    });
  }
}

async function withClaims(session: StoreSession, dispute: Omit<Dispute, 'claimIds'>): Promise<Dispute> {
  const [complete] = await withAllClaims(session, [dispute]);
  return complete ?? { ...dispute, claimIds: [] };
}

async function withAllClaims(
  session: StoreSession,
  disputes: readonly Omit<Dispute, 'claimIds'>[],
): Promise<Dispute[]> {
  const pairs = await session.query<{ dispute: string; claim: string }>(CLAIMS_OF, [
    disputes.map(({ id }) => id),
  ]);
  return disputes.map((dispute) => ({
    ...dispute,
    claimIds: pairs.filter((pair) => pair.dispute === dispute.id).map((pair) => pair.claim),
  }));
}
