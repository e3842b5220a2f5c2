import type {
  AnswerDispute,
  AnswerDisputeStore,
  DeniedAddress,
  Dispute,
  DisputeSides,
  MetAddress,
  NoCarrier,
  YesSayersClaim,
} from '../../app/ports/disputes.js';
import { AGENTS_OF, carriedWithin, carriersAt, heldByYesSayers, settledAmong } from '../carried-noes.js';
import { deniedWithin } from '../denied-addresses.js';
import { joinClaims, withClaims } from '../dispute-claims.js';
import { DisputeRow } from '../entities/dispute.entity.js';
import { toSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

type SidesById = Pick<Dispute, 'id'> & DisputeSides;

const OPEN = `
  INSERT INTO disputes
    (id, cause, kind, expression, subject_digest, no_by, yes_by, opened_at, lapses_at, subject_key, canon)
  SELECT id, 'no-against-yes', kind, expression, subject_digest, no_by, yes_by, opened_at, lapses_at, subject_key, canon
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[],
              $9::bigint[], $10::integer[])
    AS new (id, kind, expression, subject_digest, no_by, yes_by, opened_at, lapses_at, subject_key, canon)`;

const FORGET_STATEMENTS = 'DELETE FROM dispute_statements WHERE dispute_id = ANY ($1::uuid[])';
const ADD_STATEMENTS = `
  INSERT INTO dispute_statements (dispute_id, statement_id) SELECT * FROM unnest($1::uuid[], $2::bytea[])`;

// What has a term in an offer is the offer, and not the no in it.
const RUN_OUT = `
  UPDATE disputes SET runs_out_at = (
    SELECT min(expires_at) FROM dispute_statements JOIN statements ON statements.id = statement_id
    WHERE dispute_id = disputes.id AND preference <> 'conditional')
  WHERE id = ANY ($1::uuid[])`;

const BETWEEN_ANSWERS = `cause = 'no-against-yes'`;

const OPEN_OF = `
  SELECT * FROM disputes
  WHERE (no_by = ANY ($1::text[]) OR yes_by = ANY ($1::text[])) AND closed_at IS NULL AND ($2::bytea IS NULL OR subject_digest = $2)
  ORDER BY opened_at, id`;

const DUE = 'LEAST(lapses_at, runs_out_at)';
const DUE_BY = (after: string) => `
  SELECT * FROM disputes
  WHERE ${BETWEEN_ANSWERS} AND closed_at IS NULL AND ${DUE} <= $1 ${after}
  ORDER BY ${DUE}, id LIMIT $2`;

const PROLONG = `
  UPDATE disputes SET lapses_at = $1 WHERE ${BETWEEN_ANSWERS} AND closed_at IS NULL AND lapses_at < $1`;

// Only a moderator gives grounds.
const UPHELD_NOES_OF = `
  SELECT * FROM disputes WHERE no_by = ANY ($1::text[]) AND outcome = 'no-stands' AND reason IS NOT NULL
    AND NOT EXISTS (SELECT FROM appeals WHERE dispute_id = disputes.id AND appeals.outcome = 'upheld')`;

const OF_STATEMENTS = `
  SELECT ranked.*
  FROM (SELECT disputes.*, statement_id,
               row_number() OVER (PARTITION BY statement_id ORDER BY closed_at IS NULL DESC, opened_at DESC, id) AS rank
        FROM dispute_statements JOIN disputes ON disputes.id = dispute_id
        WHERE statement_id = ANY ($1::bytea[])) AS ranked
  WHERE rank <= $2
  ORDER BY statement_id, rank`;

const STATEMENTS_OF = `
  SELECT dispute_id AS "disputeId", statement_id AS "statementId"
  FROM dispute_statements JOIN statements ON statements.id = statement_id
  WHERE dispute_id = ANY ($1::uuid[])
  ORDER BY log_index`;

// As it is, or on terms.
const SAYS_YES = `preference <> 'deny' AND withdrawn_index IS NULL AND superseded_by IS NULL`;

// A yes counts by what is proven there, or for whoever has proven it: what ten thousand others say of one address need not be read.
const CAN_COUNT = `
  WITH held AS (
    SELECT DISTINCT claimant, account_id FROM claims
    WHERE subject_digest = ANY ($1::bytea[]) AND state IN ('active', 'disputed'))
  SELECT claimant FROM held UNION SELECT speaker FROM held CROSS JOIN LATERAL (${AGENTS_OF('held.account_id')}) AS agents`;

// A yes to a whole account is a yes to whatever the account has claimed.
const ALLOWED = `
  WITH speakers AS MATERIALIZED (${CAN_COUNT})
  SELECT subject_digest AS digest FROM speakers JOIN statements USING (claimant)
  WHERE subject_digest = ANY ($1::bytea[]) AND ${SAYS_YES}
  UNION
  SELECT claims.subject_digest FROM speakers JOIN claims USING (claimant)
  WHERE claims.subject_digest = ANY ($1::bytea[]) AND claims.state IN ('open', 'active', 'disputed')
    AND EXISTS (SELECT FROM statements
                WHERE statements.claimant = claims.claimant AND statements.kind = 'account' AND ${SAYS_YES})
  UNION
  SELECT work_matches.subject_digest FROM work_matches
    JOIN works ON works.id = work_matches.work_id
    JOIN claims ON claims.id = works.claim_id AND claims.state IN ('active', 'disputed')
  WHERE work_matches.subject_digest = ANY ($1::bytea[]) AND work_matches.state = 'confirmed'
    AND EXISTS (SELECT FROM statements
                WHERE statements.claimant = claims.claimant AND ${SAYS_YES}
                  AND (statements.kind = 'account'
                       OR statements.kind = 'content' AND statements.subject_digest = claims.subject_digest))`;

export class AnswerDisputeRepository implements AnswerDisputeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async open(disputes: Parameters<AnswerDisputeStore['open']>[0]): Promise<void> {
    if (disputes.length === 0) return;
    await this.#session.transaction(async (session) => {
      await session.execute(OPEN, [
        disputes.map(({ id }) => id),
        disputes.map(({ kind }) => kind),
        disputes.map(({ expression }) => expression ?? null),
        disputes.map(({ subjectDigest }) => Buffer.from(subjectDigest)),
        disputes.map(({ noBy }) => noBy),
        disputes.map(({ yesBy }) => yesBy),
        disputes.map(({ openedAt }) => openedAt),
        disputes.map(({ lapsesAt }) => lapsesAt),
        disputes.map(({ subjectKey }) =>
          subjectKey === undefined ? null : toSignedKey(subjectKey).toString(),
        ),
        disputes.map(({ canon }) => canon ?? null),
      ]);
      await joinClaims(session, disputes);
      await addStatements(session, disputes);
    });
  }

  async resume(disputes: readonly SidesById[]): Promise<void> {
    if (disputes.length === 0) return;
    await this.#session.transaction(async (session) => {
      await joinClaims(session, disputes);
      await session.execute(FORGET_STATEMENTS, [disputes.map(({ id }) => id)]);
      await addStatements(session, disputes);
    });
  }

  async openOf(claimant: string, subjectDigest?: Uint8Array): Promise<AnswerDispute[]> {
    return this.openOfAny([claimant], subjectDigest);
  }

  async openOfAny(claimants: readonly string[], subjectDigest?: Uint8Array): Promise<AnswerDispute[]> {
    return this.#disputes(OPEN_OF, [claimants, subjectDigest && Buffer.from(subjectDigest)]);
  }

  async dueBy(
    moment: Date,
    after: Pick<AnswerDispute, 'lapsesAt' | 'runsOutAt' | 'id'> | undefined,
    count: number,
  ): Promise<AnswerDispute[]> {
    return after === undefined
      ? this.#disputes(DUE_BY(''), [moment, count])
      : this.#disputes(DUE_BY(`AND (${DUE}, id) > (LEAST($3::timestamptz, $4::timestamptz), $5)`), [
          moment,
          count,
          after.lapsesAt,
          after.runsOutAt,
          after.id,
        ]);
  }

  async prolong(until: Date): Promise<void> {
    await this.#session.execute(PROLONG, [until]);
  }

  async upheldNoesOf(claimants: readonly string[]): Promise<AnswerDispute[]> {
    return this.#disputes(UPHELD_NOES_OF, [claimants]);
  }

  async ofStatements(
    ids: readonly Uint8Array[],
    count: number,
  ): Promise<{ statementId: Uint8Array; dispute: AnswerDispute }[]> {
    const found = await this.#session.query<{ id: string; statement_id: Uint8Array }>(OF_STATEMENTS, [
      ids.map((id) => Buffer.from(id)),
      count,
    ]);
    if (found.length === 0) return [];
    const wanted = [...new Set(found.map(({ id }) => id))];
    const disputes = new Map(
      (await this.#disputes('SELECT * FROM disputes WHERE id = ANY ($1::uuid[])', [wanted])).map(
        (dispute) => [dispute.id, dispute],
      ),
    );
    return found.flatMap((row) => {
      const dispute = disputes.get(row.id);
      return dispute === undefined ? [] : [{ statementId: new Uint8Array(row.statement_id), dispute }];
    });
  }

  async statementsOf(
    disputeIds: readonly string[],
  ): Promise<{ disputeId: string; statementId: Uint8Array }[]> {
    const rows = await this.#session.query<{ disputeId: string; statementId: Uint8Array }>(STATEMENTS_OF, [
      disputeIds,
    ]);
    return rows.map((row) => ({ ...row, statementId: new Uint8Array(row.statementId) }));
  }

  async deniedWithin(
    place: Parameters<AnswerDisputeStore['deniedWithin']>[0],
    claimant: string,
  ): Promise<DeniedAddress[]> {
    return deniedWithin(this.#session, place, claimant);
  }

  async carriersAt(subjectDigests: readonly Uint8Array[]): Promise<NoCarrier[]> {
    return carriersAt(this.#session, subjectDigests);
  }

  async heldByYesSayers(after: string | undefined, count: number): Promise<YesSayersClaim[]> {
    return heldByYesSayers(this.#session, after, count);
  }

  async carriedWithin(
    places: readonly YesSayersClaim[],
    after: Pick<MetAddress, 'subjectDigest' | 'speaker'> | undefined,
    count: number,
  ): Promise<MetAddress[]> {
    return carriedWithin(this.#session, places, after, count);
  }

  async settledAmong(subjectDigests: readonly Uint8Array[]): Promise<Uint8Array[]> {
    return settledAmong(this.#session, subjectDigests);
  }

  async allowedAmong(subjectDigests: readonly Uint8Array[]): Promise<Uint8Array[]> {
    const rows = await this.#session.query<{ digest: Uint8Array }>(ALLOWED, [
      subjectDigests.map((digest) => Buffer.from(digest)),
    ]);
    return rows.map(({ digest }) => new Uint8Array(digest));
  }

  async #disputes(sql: string, parameters: readonly unknown[]): Promise<AnswerDispute[]> {
    const rows = await this.#session.rows(DisputeRow, sql, parameters);
    // The table holds both sides of every dispute between answers, and `cause` is in each of these conditions.
    return (await withClaims(this.#session, rows)) as readonly Dispute[] as AnswerDispute[];
  }
}

async function addStatements(session: StoreSession, disputes: readonly SidesById[]): Promise<void> {
  const pairs = disputes.flatMap(({ id, statementIds }) =>
    statementIds.map((statement) => ({ dispute: id, statement: Buffer.from(statement) })),
  );
  await session.execute(ADD_STATEMENTS, [
    pairs.map(({ dispute }) => dispute),
    pairs.map(({ statement }) => statement),
  ]);
  await session.execute(RUN_OUT, [disputes.map(({ id }) => id)]);
}
