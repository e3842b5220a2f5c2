import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account, at, auditEvent } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const moderator = account({ role: 'moderator' });

beforeAll(() => store.accounts.add(moderator));
afterAll(() => store.close());

describe('the audit store', () => {
  it('lists what was done, newest first, page by page', async () => {
    const events = [
      auditEvent({ createdAt: at('13:02:00'), actorId: moderator.id, reason: 'proof seen' }),
      auditEvent({ createdAt: at('13:01:00'), details: { before: 'open', after: ['active', 1] } }),
      auditEvent({ createdAt: at('13:00:00') }),
    ];
    for (const event of [...events].reverse()) await store.audit.add(event);

    const first = await store.audit.page({ first: 2 });
    expect(first.rows.map(({ row }) => row)).toStrictEqual(events.slice(0, 2));
    const rest = await store.audit.page({ first: 2, after: first.rows[1]?.cursor ?? '' });
    expect(rest).toEqual({ rows: [{ cursor: expect.any(String), row: events[2] }], hasNextPage: false });
  });

  it.each([
    [`UPDATE audit_events SET reason = 'another'`, 'rewriting'],
    ['DELETE FROM audit_events', 'removing'],
    ['TRUNCATE audit_events CASCADE', 'emptying'],
  ])('is append-only to SQL itself: %s (%s)', async (statement) => {
    await expect(store.dataSource.query(statement)).rejects.toThrow('table audit_events is append-only');
  });
});
