import type { AnswerCount, FiguresStore, LeafCount } from '../../app/ports/figures.js';
import type { StoreSession } from '../store-session.js';

const ANSWERS = `
  SELECT use, preference, count(*)::text AS count FROM statements
   WHERE withdrawn_index IS NULL AND superseded_by IS NULL AND (expires_at IS NULL OR expires_at > $1)
   GROUP BY use, preference ORDER BY use, preference`;

const LEAVES = `
  SELECT to_char(date_trunc('month', logged_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS month, kind, count(*)::text AS count
    FROM log_entries GROUP BY 1, 2 ORDER BY 1, 2`;

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
}

type Written<Counted extends { readonly count: bigint }> = Omit<Counted, 'count'> & {
  readonly count: string;
};

function counted<Rest>(rows: readonly (Rest & { readonly count: string })[]): (Rest & { count: bigint })[] {
  return rows.map((row) => ({ ...row, count: BigInt(row.count) }));
}
