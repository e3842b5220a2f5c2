import type { Claim, ClaimantHistory, ClaimedKind, ClaimStore } from '../../app/ports/claims.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { ClaimRow } from '../entities/claim.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const keyOf = (claim: Claim) => [claim.createdAt.toISOString(), claim.id];
const key = [
  { sql: 'created_at', type: 'timestamptz' },
  { sql: 'id', type: 'uuid' },
] as const;

const OF_ACCOUNT: Keyset<Claim> = { list: 'claims of account', key, direction: 'DESC', keyOf };

const STANDING = `
  SELECT * FROM claims
  WHERE account_id = $1 AND kind = $2 AND subject_digest = $3 AND state IN ('open', 'active', 'disputed')`;

const HELD = `state IN ('active', 'disputed')`;

const HELD_ON = `
  SELECT claims.* FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::bytea[])) AS place (kind, subject_digest)
  JOIN claims USING (kind, subject_digest)
  WHERE ${HELD}
  ORDER BY created_at, id`;

const HOLDERS_OF = `
  SELECT DISTINCT claimant FROM claims WHERE subject_digest = ANY ($1::bytea[]) AND ${HELD} ORDER BY claimant`;

const HOLDING = `
  SELECT * FROM claims
  WHERE subject_digest = ANY ($1::bytea[]) AND account_id = ANY ($2::uuid[]) AND ${HELD}
  ORDER BY created_at, id`;

const MADE_BY = `
  SELECT * FROM claims
  WHERE claimant = ANY ($1::text[]) AND subject_digest = ANY ($2::bytea[])
  ORDER BY created_at, id`;

const COUNT_STANDING = `
  SELECT count(*)::integer AS "all", (count(*) FILTER (WHERE state <> 'open'))::integer AS held
  FROM claims WHERE account_id = $1 AND state IN ('open', 'active', 'disputed')`;

const HISTORY_OF = `
  SELECT claimant, min(created_at) AS since, count(*)::integer AS made,
         (count(*) FILTER (WHERE state IN ('active', 'disputed')))::integer AS held,
         (count(*) FILTER (WHERE state = 'rejected'))::integer AS rejected
  FROM claims WHERE claimant = ANY ($1::text[]) GROUP BY claimant`;

export class ClaimRepository implements ClaimStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(claim: Claim): Promise<void> {
    await this.#session.attempt((session) => session.insert(ClaimRow, claim));
  }

  async addAll(claims: readonly Claim[]): Promise<void> {
    await this.#session.attempt((session) => session.insertAll(ClaimRow, claims));
  }

  async byId(id: string): Promise<Claim | undefined> {
    const [claim] = await this.#session.find(ClaimRow, { id });
    return claim;
  }

  async byIds(ids: readonly string[]): Promise<Claim[]> {
    return this.#session.rows(ClaimRow, 'SELECT * FROM claims WHERE id = ANY ($1::uuid[])', [
      ids.filter(isUuid),
    ]);
  }

  async standing(
    accountId: string,
    kind: ClaimedKind,
    subjectDigest: Uint8Array,
  ): Promise<Claim | undefined> {
    const [claim] = await this.#session.rows(ClaimRow, STANDING, [
      accountId,
      kind,
      Buffer.from(subjectDigest),
    ]);
    return claim;
  }

  async heldOn(kind: ClaimedKind, subjectDigest: Uint8Array): Promise<Claim[]> {
    return this.heldOnAny([{ kind, subjectDigest }]);
  }

  async heldOnAny(places: readonly Pick<Claim, 'kind' | 'subjectDigest'>[]): Promise<Claim[]> {
    return this.#session.rows(ClaimRow, HELD_ON, [
      places.map(({ kind }) => kind),
      places.map(({ subjectDigest }) => Buffer.from(subjectDigest)),
    ]);
  }

  async holdersOf(subjectDigests: readonly Uint8Array[]): Promise<string[]> {
    const rows = await this.#session.query<{ claimant: string }>(HOLDERS_OF, [
      subjectDigests.map((digest) => Buffer.from(digest)),
    ]);
    return rows.map(({ claimant }) => claimant);
  }

  async holding(subjectDigests: readonly Uint8Array[], accountIds: readonly string[]): Promise<Claim[]> {
    return this.#session.rows(ClaimRow, HOLDING, [
      subjectDigests.map((digest) => Buffer.from(digest)),
      accountIds.filter(isUuid),
    ]);
  }

  async madeBy(claimants: readonly string[], subjectDigests: readonly Uint8Array[]): Promise<Claim[]> {
    return this.#session.rows(ClaimRow, MADE_BY, [
      claimants,
      subjectDigests.map((digest) => Buffer.from(digest)),
    ]);
  }

  async historyOf(claimants: readonly string[]): Promise<ClaimantHistory[]> {
    const rows = await this.#session.query<ClaimantHistory>(HISTORY_OF, [claimants]);
    return rows.map((row) => ({ ...row, since: new Date(row.since) }));
  }

  async update(id: string, change: Parameters<ClaimStore['update']>[1]): Promise<void> {
    await this.#session.attempt((session) => session.update(ClaimRow, { id }, change));
  }

  async ofAccount(accountId: string, page: PageRequest): Promise<Page<Claim>> {
    return readPage(OF_ACCOUNT, page, [accountId], ({ after, tail, parameters }) =>
      this.#session.rows(
        ClaimRow,
        `SELECT * FROM claims WHERE account_id = $1 AND kind <> 'content' AND ${after} ${tail}`,
        parameters,
      ),
    );
  }

  async countStanding(accountId: string): Promise<{ readonly all: number; readonly held: number }> {
    const [row] = await this.#session.query<{ all: number; held: number }>(COUNT_STANDING, [accountId]);
    return row ?? { all: 0, held: 0 };
  }
}
