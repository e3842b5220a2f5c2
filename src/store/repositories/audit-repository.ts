import type { AuditEvent, AuditStore } from '../../app/ports/log.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import { AuditEventRow } from '../entities/audit-event.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';

const NEWEST_FIRST: Keyset<AuditEvent> = {
  list: 'audit events',
  key: [
    { sql: 'created_at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
  keyOf: (event) => [event.createdAt.toISOString(), event.id],
};

export class AuditRepository implements AuditStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(event: AuditEvent): Promise<void> {
    await this.#session.insert(AuditEventRow, event);
  }

  async page(page: PageRequest): Promise<Page<AuditEvent>> {
    return readPage(NEWEST_FIRST, page, [], ({ after, tail, parameters }) =>
      this.#session.rows(AuditEventRow, `SELECT * FROM audit_events WHERE ${after} ${tail}`, parameters),
    );
  }
}
