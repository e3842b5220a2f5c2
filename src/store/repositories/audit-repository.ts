import type { AuditEvent, AuditFilter, AuditStore, DecisionCount } from '../../app/ports/log.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { AuditEventRow } from '../entities/audit-event.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const NEWEST_FIRST: Keyset<AuditEvent> = {
  list: 'audit events',
  key: [
    { sql: 'created_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: (event) => [event.createdAt.toISOString(), event.id],
};

const FILTERED = `
  ($1::uuid IS NULL OR actor_id = $1) AND ($2::text IS NULL OR action = $2) AND ($3::text IS NULL OR target = $3)
  AND ($4::text IS NULL OR reason = $4) AND ($5::timestamptz IS NULL OR created_at >= $5)
  AND ($6::timestamptz IS NULL OR created_at < $6)`;

// What is proposed is decided once it is confirmed; what is dropped has no reason.
const DECISIONS = `
  SELECT to_char(date_trunc($2, created_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS "from", reason, count(*)::integer AS count
    FROM audit_events
   WHERE created_at >= $1 AND reason IS NOT NULL AND action <> 'decision.proposed'
   GROUP BY 1, 2 ORDER BY 1, 2`;

export class AuditRepository implements AuditStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(event: AuditEvent): Promise<void> {
    await this.#session.insert(AuditEventRow, event);
  }

  async page(page: PageRequest, filter: AuditFilter = {}): Promise<Page<AuditEvent>> {
    const { actorId, action, target, reason, from, until } = filter;
    // Nobody has an id that is none.
    if (actorId !== undefined && !isUuid(actorId)) return { rows: [], hasNextPage: false };
    const asked = [actorId, action, target, reason, from, until];
    return readPage(NEWEST_FIRST, page, asked, ({ after, tail, parameters }) =>
      this.#session.rows(
        AuditEventRow,
        `SELECT * FROM audit_events WHERE ${FILTERED} AND ${after} ${tail}`,
        parameters,
      ),
    );
  }
  async decisions(from: Date, by: 'day' | 'week'): Promise<DecisionCount[]> {
    return this.#session.query<DecisionCount>(DECISIONS, [from, by]);
  }
}
