import type { AuditEvent, AuditFilter } from '../ports/log.js';
import type { Page, PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';

const BATCH = 1_000;

/** What was done, the newest first. Throws `InvalidCursor`. */
export async function readAuditTrail(
  { store }: Pick<Registry, 'store'>,
  filter: AuditFilter,
  page: PageRequest,
): Promise<Page<AuditEvent>> {
  return store.audit.page(page, filter);
}

/** All of it that a filter lets through, the newest first, a batch at a time. */
export async function* everyAuditEvent(
  { store }: Pick<Registry, 'store'>,
  filter: AuditFilter = {},
): AsyncGenerator<readonly AuditEvent[]> {
  for (let after: string | undefined; ;) {
    const page = await store.audit.page({ first: BATCH, ...(after === undefined ? {} : { after }) }, filter);
    yield page.rows.map(({ row }) => row);
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) return;
  }
}
