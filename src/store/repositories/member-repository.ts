import type { Claim } from '../../app/ports/claims.js';
import type { Mandate, Member, MemberCounts, MemberStore } from '../../app/ports/organisations.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { ClaimRow } from '../entities/claim.entity.js';
import { MandateRow } from '../entities/mandate.entity.js';
import { MemberRow } from '../entities/member.entity.js';
import { RefusedMailRow } from '../entities/refused-mail.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import { storableText } from '../storable-text.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const NEWEST_FIRST: Keyset<Member> = {
  list: 'members',
  key: [
    { sql: 'created_at', type: 'timestamptz' },
    { sql: 'reference', type: 'text' },
  ],
  direction: 'DESC',
  keyOf: ({ createdAt, reference }) => [createdAt.toISOString(), reference],
};

const HOLDS = `strpos(lower(concat_ws(' ', reference, name, email)), $2) > 0`;

const COUNTS = `
  SELECT count(*) FILTER (WHERE left_at IS NULL)::integer AS members,
         count(*) FILTER (WHERE left_at IS NULL AND EXISTS (
           SELECT FROM mandates WHERE member_id = members.id AND grade = 'confirmed' AND revoked_at IS NULL
         ))::integer AS confirmed,
         count(*) FILTER (WHERE left_at IS NOT NULL)::integer AS "left",
         (SELECT count(*) FROM claims WHERE state IN ('open', 'active', 'disputed') AND account_id IN (
           SELECT account_id FROM members WHERE organisation_id = $1 AND left_at IS NULL
         ))::integer AS claims
  FROM members WHERE organisation_id = $1`;

const CLAIMED = `
  SELECT * FROM claims
  WHERE account_id = ANY ($1::uuid[]) AND subject_digest = ANY ($2::bytea[])
    AND kind = 'url' AND state IN ('open', 'active', 'disputed')`;

// Whoever else asks in the same moment finds the row taken, and passes on.
const UNTOLD = `
  SELECT * FROM members WHERE tell_at <= $1 AND left_at IS NULL
  ORDER BY tell_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`;

export class MemberRepository implements MemberStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async addAll(members: readonly Member[]): Promise<void> {
    await this.#session.insertAll(MemberRow, members);
  }

  async byId(id: string): Promise<Member | undefined> {
    const [member] = await this.#session.find(MemberRow, { id });
    return member;
  }

  async byTokenHash(tokenHash: Uint8Array): Promise<Member | undefined> {
    const sql = 'SELECT * FROM members WHERE token_hash = $1';
    const [member] = await this.#session.rows(MemberRow, sql, [Buffer.from(tokenHash)]);
    return member;
  }

  async byReferences(organisationId: string, references: readonly string[]): Promise<Member[]> {
    const sql = 'SELECT * FROM members WHERE organisation_id = $1 AND reference = ANY ($2::text[])';
    return this.#session.rows(MemberRow, sql, [organisationId, references]);
  }

  async leftWith(organisationId: string, emailDigests: readonly Uint8Array[]): Promise<Member[]> {
    const sql = `SELECT * FROM members WHERE organisation_id = $1 AND email_digest = ANY ($2::bytea[])
                 AND left_at IS NOT NULL`;
    return this.#session.rows(MemberRow, sql, [organisationId, emailDigests.map((one) => Buffer.from(one))]);
  }

  async update(id: string, change: Parameters<MemberStore['update']>[1]): Promise<void> {
    await this.#session.update(MemberRow, { id }, change);
  }

  async ofOrganisation(organisationId: string, held: string, page: PageRequest): Promise<Page<Member>> {
    return readPage(
      NEWEST_FIRST,
      page,
      [organisationId, storableText(held.toLowerCase())],
      ({ after, tail, parameters }) =>
        this.#session.rows(
          MemberRow,
          `SELECT * FROM members WHERE organisation_id = $1 AND ${HOLDS} AND ${after} ${tail}`,
          parameters,
        ),
    );
  }

  async counts(organisationId: string): Promise<MemberCounts> {
    const [counts] = await this.#session.query<MemberCounts>(COUNTS, [organisationId]);
    return counts ?? { members: 0, confirmed: 0, left: 0, claims: 0 };
  }

  async claimed(accountIds: readonly string[], digests: readonly Uint8Array[]): Promise<Claim[]> {
    return this.#session.rows(ClaimRow, CLAIMED, [
      accountIds.filter(isUuid),
      digests.map((digest) => Buffer.from(digest)),
    ]);
  }

  async leaseUntold(now: Date, until: Date, most: number): Promise<Member[]> {
    return this.#session.transaction(async (session) => {
      const due = await session.rows(MemberRow, UNTOLD, [now, most]);
      if (due.length > 0) {
        const ids = due.map(({ id }) => id);
        await session.execute('UPDATE members SET tell_at = $2 WHERE id = ANY ($1::uuid[])', [ids, until]);
      }
      return due;
    });
  }

  async grantAll(mandates: readonly Mandate[]): Promise<void> {
    await this.#session.insertAll(MandateRow, mandates);
  }

  async mandate(id: string): Promise<Mandate | undefined> {
    const [mandate] = await this.#session.find(MandateRow, { id });
    return mandate;
  }

  async mandatesOf(memberId: string): Promise<Mandate[]> {
    return this.#session.find(MandateRow, { memberId }, { grantedAt: 'ASC', id: 'ASC' });
  }

  async mandatesFor(principalId: string): Promise<Mandate[]> {
    return this.#session.find(MandateRow, { principalId }, { grantedAt: 'ASC', id: 'ASC' });
  }

  async revoke(ids: readonly string[], revokedAt: Date, by: 'organisation' | 'member'): Promise<void> {
    const sql = `UPDATE mandates SET revoked_at = $2, revoked_by = $3
                 WHERE id = ANY ($1::uuid[]) AND revoked_at IS NULL`;
    await this.#session.execute(sql, [ids, revokedAt, by]);
  }

  async refuseMail(digest: Uint8Array, refusedAt: Date): Promise<void> {
    await this.#session.upsert(RefusedMailRow, { digest, refusedAt }, ['digest']);
  }

  async refusing(digests: readonly Uint8Array[]): Promise<Uint8Array[]> {
    const sql = 'SELECT * FROM refused_mails WHERE digest = ANY ($1::bytea[])';
    const rows = await this.#session.rows(RefusedMailRow, sql, [digests.map((one) => Buffer.from(one))]);
    return rows.map(({ digest }) => digest);
  }
}
