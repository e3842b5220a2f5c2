import type { AnswerCount, FiguresStore, LeafCount, ReceiptsSinceNo } from '../../app/ports/figures.js';
import type { StoreSession } from '../store-session.js';

const ANSWERS = `
  SELECT use, preference, count(*)::text AS count FROM statements
   WHERE withdrawn_index IS NULL AND superseded_by IS NULL AND (expires_at IS NULL OR expires_at > $1)
   GROUP BY use, preference ORDER BY use, preference`;

const LEAVES = `
  SELECT to_char(date_trunc('month', logged_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS month, kind, count(*)::text AS count
    FROM log_entries GROUP BY 1, 2 ORDER BY 1, 2`;

const RECEIPTS_SINCE_NO = `
  SELECT first.log_index, first.since, counted.dated::text, counted.named::text
    FROM (SELECT log_index, stated_at AS since FROM statements
           WHERE account_id = $1 AND preference = 'deny' AND withdrawn_index IS NULL AND superseded_by IS NULL
           ORDER BY log_index LIMIT 1) AS first,
         LATERAL (SELECT count(*) AS dated,
                         count(*) FILTER (WHERE convert_from(leaf, 'UTF8')::jsonb ? 'signer') AS named
                    FROM log_entries WHERE kind = 'receipt' AND index > first.log_index) AS counted`;

export class FiguresRepository implements FiguresStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async answers(now: Date): Promise<AnswerCount[]> {
    return counted(await this.#session.query<Written<AnswerCount>>(ANSWERS, [now.toISOString()]));
  }

  async leaves(): Promise<LeafCount[]> {
    return counted(await this.#session.query<Written<LeafCount>>(LEAVES));
  }

  async receiptsSinceNo(accountId: string): Promise<ReceiptsSinceNo | undefined> {
    const [row] = await this.#session.query<{ log_index: string; since: Date; dated: string; named: string }>(
      RECEIPTS_SINCE_NO,
      [accountId],
    );
    return (
      row && {
        logIndex: BigInt(row.log_index),
        since: row.since,
        dated: BigInt(row.dated),
        named: BigInt(row.named),
      }
    );
  }
}

type Written<Counted extends { readonly count: bigint }> = Omit<Counted, 'count'> & {
  readonly count: string;
};

function counted<Rest>(rows: readonly (Rest & { readonly count: string })[]): (Rest & { count: bigint })[] {
  return rows.map((row) => ({ ...row, count: BigInt(row.count) }));
}
