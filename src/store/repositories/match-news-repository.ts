import type { MatchedWork, MatchNews, MatchNewsStore } from '../../app/ports/match-news.js';
import { MatchNewsRow } from '../entities/match-news.entity.js';
import { WorkMatchRow } from '../entities/work-match.entity.js';
import { WorkRow } from '../entities/work.entity.js';
import { STANDING } from '../nearest/nearest-works.js';
import type { StoreSession } from '../store-session.js';
import { workOf } from '../work-rows.js';

/** The matches that were never shown come from an index; from there to whose they are is a step. */
const DUE = `
  SELECT DISTINCT accounts.id FROM work_matches
    JOIN works ON works.id = work_matches.work_id
    JOIN accounts ON accounts.id = works.account_id
    LEFT JOIN match_news ON match_news.account_id = accounts.id
   WHERE seen_at IS NULL AND work_matches.state <> 'rejected' AND found_at <= $2
     AND found_at > coalesce(told_until, '-infinity') AND ${STANDING}
     AND email_confirmed_at IS NOT NULL AND suspended_at IS NULL
     AND coalesce(mails, true) AND (mailed_at IS NULL OR mailed_at <= $1)
   LIMIT $3`;

const TAKE = `
  INSERT INTO match_news AS held (account_id, mails, leaving, mailed_at, told_until) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT ON CONSTRAINT match_news_pkey DO UPDATE
     SET mailed_at = excluded.mailed_at, told_until = excluded.told_until
   WHERE held.mails AND (held.mailed_at IS NULL OR held.mailed_at <= $6)
  RETURNING *`;

export class MatchNewsRepository implements MatchNewsStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async of(accountId: string): Promise<MatchNews | undefined> {
    const [row] = await this.#session.find(MatchNewsRow, { accountId });
    return row;
  }

  async save({ accountId, ...news }: MatchNews): Promise<void> {
    const known = await this.of(accountId);
    if (known === undefined) await this.#session.insert(MatchNewsRow, { accountId, ...news });
    else await this.#session.update(MatchNewsRow, { accountId }, news);
  }

  async byFeed(feedHash: Uint8Array): Promise<MatchNews | undefined> {
    const [row] = await this.#session.rows(MatchNewsRow, 'SELECT * FROM match_news WHERE feed_hash = $1', [
      Buffer.from(feedHash),
    ]);
    return row;
  }

  async byLeaving(leaving: string): Promise<MatchNews | undefined> {
    const [row] = await this.#session.find(MatchNewsRow, { leaving });
    return row;
  }

  async due(since: Date, foundBefore: Date, limit: number): Promise<string[]> {
    const rows = await this.#session.query<{ id: string }>(DUE, [since, foundBefore, limit]);
    return rows.map(({ id }) => id);
  }

  async take(
    { accountId, mails, leaving, mailedAt, toldUntil }: MatchNews,
    since: Date,
  ): Promise<MatchNews | undefined> {
    const [row] = await this.#session.rows(MatchNewsRow, TAKE, [
      accountId,
      mails,
      leaving,
      mailedAt,
      toldUntil,
      since,
    ]);
    return row;
  }

  async newest(accountId: string, limit: number): Promise<MatchedWork[]> {
    const matches = await this.#session.rows(
      WorkMatchRow,
      `SELECT work_matches.* FROM work_matches JOIN works ON works.id = work_id
        WHERE account_id = $1 AND work_matches.state <> 'rejected' AND ${STANDING}
        ORDER BY found_at DESC, work_matches.id DESC LIMIT $2`,
      [accountId, limit],
    );
    const ids = [...new Set(matches.map(({ workId }) => workId))];
    const rows = await this.#session.rows(WorkRow, 'SELECT * FROM works WHERE id = ANY ($1::uuid[])', [ids]);
    const works = new Map(rows.map((row) => [row.id, workOf(row)]));
    return matches.flatMap((match) => {
      const work = works.get(match.workId);
      return work === undefined ? [] : [{ work, match }];
    });
  }
}
