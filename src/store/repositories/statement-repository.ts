import type { Opening, SpokenPlace, StatementRow as Statement, StatementStore } from '../../app/ports/log.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { IdempotencyKeyRow } from '../entities/idempotency-key.entity.js';
import { OpeningRow } from '../entities/opening.entity.js';
import { StatementRow } from '../entities/statement.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import { fromSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';

const newestFirst = (list: string): Keyset<Statement> => ({
  list,
  key: [{ sql: 'log_index', type: 'bigint' }],
  direction: 'DESC',
  keyOf: (statement) => [statement.logIndex.toString()],
});

const OF_ACCOUNT = newestFirst('statements of account');
const OF_SUBJECT = newestFirst('statements of subject');

const LATEST = 'withdrawn_index IS NULL AND superseded_by IS NULL';

const SUPERSEDE = `
  UPDATE statements SET superseded_by = $1
  WHERE claimant = $2 AND kind = $3 AND subject_digest = $4 AND use = $5 AND ${LATEST}`;

// With a statement goes what its claimant said before it about the same subject and use: it must not come back to life.
const WITHDRAW = `
  UPDATE statements SET withdrawn_index = $2
  FROM statements AS last
  WHERE last.id = $1 AND statements.withdrawn_index IS NULL AND statements.log_index <= last.log_index
    AND (statements.claimant, statements.kind, statements.subject_digest, statements.use)
      = (last.claimant, last.kind, last.subject_digest, last.use)`;

const END_ALL = `
  UPDATE statements SET withdrawn_index = $2
  WHERE claimant = $1 AND withdrawn_index IS NULL AND (preference = 'allow' OR $3)`;

// What a claimant said twice about the same counts once.
const COUNT_STANDING = `
  SELECT count(DISTINCT (kind, subject_digest, use))::integer AS count
  FROM statements WHERE claimant = $1 AND withdrawn_index IS NULL`;

const SAID_ABOUT = `
  SELECT * FROM statements
  WHERE claimant = ANY ($3::text[]) AND kind = $1 AND subject_digest = $2 AND withdrawn_index IS NULL
  ORDER BY log_index`;

const PLACES_OF = `
  SELECT kind, encode(subject_digest, 'hex') AS digest, subject_key::text AS key, min(canon) AS canon FROM (
    SELECT kind, subject_digest, subject_key, canon FROM statements
    WHERE claimant = ANY ($1::text[]) AND kind IN ('url', 'path', 'domain')
    UNION ALL
    SELECT kind, subject_digest, subject_key, canon FROM claims
    WHERE claimant = ANY ($1::text[]) AND kind IN ('url', 'path', 'domain')
  ) AS spoken GROUP BY kind, subject_digest, subject_key`;

// A no about all that is an account's is one about each of its unproven addresses and works.
const COUNT_ASSERTED_NOES = `
  SELECT (
    (SELECT count(*) FROM statements
     WHERE account_id = $1 AND preference <> 'allow' AND kind IN ('url', 'content') AND ${LATEST})
    + (SELECT count(*) FROM claims
       WHERE account_id = $1 AND kind IN ('url', 'content') AND state = 'open'
         AND EXISTS (SELECT FROM statements
                     WHERE account_id = $1 AND kind = 'account' AND preference <> 'allow' AND ${LATEST})
         AND NOT EXISTS (SELECT FROM statements AS own
                         WHERE own.account_id = $1 AND own.preference <> 'allow' AND own.kind = claims.kind
                           AND own.subject_digest = claims.subject_digest
                           AND own.withdrawn_index IS NULL AND own.superseded_by IS NULL))
  )::integer AS count`;

export class StatementRepository implements StatementStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(statement: Statement, opening: Opening | undefined): Promise<void> {
    await this.#session.transaction(async (session) => {
      const { id, claimant, kind, subjectDigest, use } = statement;
      await session.execute(SUPERSEDE, [id, claimant, kind, subjectDigest, use]);
      await session.insert(StatementRow, statement);
      if (opening) await session.insert(OpeningRow, opening);
    });
  }

  async byIds(ids: readonly Uint8Array[]): Promise<Statement[]> {
    return this.#session.rows(StatementRow, 'SELECT * FROM statements WHERE id = ANY ($1::bytea[])', [
      ids.map((id) => Buffer.from(id)),
    ]);
  }

  async openings(ids: readonly Uint8Array[]): Promise<Opening[]> {
    return this.#session.rows(OpeningRow, 'SELECT * FROM openings WHERE statement_id = ANY ($1::bytea[])', [
      ids.map((id) => Buffer.from(id)),
    ]);
  }

  async saidAbout(
    { kind, subjectDigest }: Pick<Statement, 'kind' | 'subjectDigest'>,
    claimants: readonly string[],
  ): Promise<Statement[]> {
    return this.#session.rows(StatementRow, SAID_ABOUT, [kind, subjectDigest, claimants]);
  }

  async withdraw(id: Uint8Array, withdrawnIndex: bigint): Promise<void> {
    await this.#session.execute(WITHDRAW, [id, withdrawnIndex]);
  }

  async endAll(
    claimant: string,
    what: 'everything' | 'yeses',
    index: bigint,
  ): Promise<{ ended: number; standing: number }> {
    const ended = await this.#session.execute(END_ALL, [claimant, index, what === 'everything']);
    const [row] = await this.#session.query<{ count: number }>(COUNT_STANDING, [claimant]);
    return { ended, standing: row?.count ?? 0 };
  }

  async ofAccount(accountId: string, page: PageRequest): Promise<Page<Statement>> {
    return readPage(OF_ACCOUNT, page, [accountId], ({ after, tail, parameters }) =>
      this.#session.rows(
        StatementRow,
        `SELECT * FROM statements WHERE account_id = $1 AND ${after} ${tail}`,
        parameters,
      ),
    );
  }

  async ofSubject(
    { kind, subjectDigest }: Pick<Statement, 'kind' | 'subjectDigest'>,
    page: PageRequest,
  ): Promise<Page<Statement>> {
    const subject = [Buffer.from(subjectDigest), kind];
    return readPage(OF_SUBJECT, page, subject, ({ after, tail, parameters }) =>
      this.#session.rows(
        StatementRow,
        `SELECT * FROM statements WHERE subject_digest = $1 AND kind = $2 AND ${after} ${tail}`,
        parameters,
      ),
    );
  }

  async placesOf(claimants: readonly string[]): Promise<SpokenPlace[]> {
    if (claimants.length === 0) return [];
    const rows = await this.#session.query<{
      kind: SpokenPlace['kind'];
      digest: string;
      key: string;
      canon: number;
    }>(PLACES_OF, [claimants]);
    return rows.map(({ kind, digest, key, canon }) => ({
      kind,
      subjectDigest: new Uint8Array(Buffer.from(digest, 'hex')),
      subjectKey: fromSignedKey(key),
      canon,
    }));
  }

  async countAssertedNoes(accountId: string): Promise<number> {
    const [row] = await this.#session.query<{ count: number }>(COUNT_ASSERTED_NOES, [accountId]);
    return row?.count ?? 0;
  }

  async idempotent(
    accountId: string,
    key: string,
  ): Promise<{ requestDigest: Uint8Array; statementIds: Uint8Array[] } | undefined> {
    const [row] = await this.#session.find(IdempotencyKeyRow, { accountId, key });
    return row && { requestDigest: row.requestDigest, statementIds: row.statementIds };
  }

  async rememberIdempotent(
    accountId: string,
    key: string,
    requestDigest: Uint8Array,
    statementIds: readonly Uint8Array[],
    at: Date,
  ): Promise<void> {
    const row = { accountId, key, requestDigest, statementIds: [...statementIds], createdAt: at };
    await this.#session.attempt((session) => session.insert(IdempotencyKeyRow, row));
  }
}
