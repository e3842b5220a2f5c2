import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { migrations } from '../../migrations/index.js';
import { LetPeopleGo20261122233000 } from '../../migrations/20261122233000-let-people-go.js';
import { urlKey } from '../../src/core/url/url-key.js';
import { account, digestOf } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const { dataSource } = store;
const holder = account({ pseudonym: 'a1'.repeat(16) });
const [claimId, rivalId, approved, closed] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

const CLAIM = `
  INSERT INTO claims (id, account_id, kind, expression, subject_digest, canon, capacity, state, assurance, created_at)
  VALUES ($1, $2, 'domain', 'example.com', $3, 1, 'author', 'open', 'asserted', now())`;
const EVENT = `
  INSERT INTO audit_events (id, action, target, reason, details, created_at)
  VALUES ($1, $2, $3, 'public-record', $4, now())`;

/** Takes back this migration and whatever came after it. */
async function goBack(): Promise<void> {
  const first = migrations.indexOf(LetPeopleGo20261122233000);
  for (let count = first; count < migrations.length; count += 1) await dataSource.undoLastMigration();
}

beforeAll(async () => {
  await goBack();
  await store.accounts.add(holder);
  await dataSource.query(CLAIM, [claimId, holder.id, Buffer.from(digestOf('example.com'))]);
  await dataSource.query(EVENT, [
    approved,
    'claim.approved',
    `claim:${claimId}`,
    JSON.stringify({ note: 'Saw the sheets.', previousState: 'open', rivals: [rivalId] }),
  ]);
  await dataSource.query(EVENT, [
    closed,
    'dispute.closed',
    `dispute:${randomUUID()}`,
    JSON.stringify({ note: 'Saw nothing.', upheld: null, claims: [claimId] }),
  ]);
});

afterAll(() => store.close());

async function details(): Promise<unknown> {
  const rows = await dataSource.query<{ id: string; details: object }[]>(
    'SELECT id, details FROM audit_events',
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.details]));
}

describe('the migration that lets people go', () => {
  it('gives claims their claimant and key, and takes what moderators wrote out of the audit trail', async () => {
    await store.migrate();
    expect(await store.claims.byId(claimId)).toMatchObject({
      claimant: holder.pseudonym,
      subjectKey: urlKey('example.com'),
    });
    expect(await details()).toEqual({
      [approved]: { previousState: 'open', rivals: [rivalId] },
      [closed]: { upheld: null, claims: [claimId] },
    });
    const notes = await store.decisionNotes.ofEvents([approved, closed]);
    expect(notes.map(({ eventId, claimIds, note }) => [eventId, [...claimIds].sort(), note])).toEqual(
      expect.arrayContaining([
        [approved, [claimId, rivalId].sort(), 'Saw the sheets.'],
        [closed, [claimId], 'Saw nothing.'],
      ]),
    );
    await expect(dataSource.query('DELETE FROM audit_events')).rejects.toThrow('append-only');
  });

  it('can be taken back as long as nobody has gone', async () => {
    await goBack();
    expect(await details()).toMatchObject({
      [approved]: { note: 'Saw the sheets.' },
      [closed]: { note: 'Saw nothing.' },
    });
    await store.migrate();
    const kept = await store.accounts.byId(holder.id);
    if (kept !== undefined) await store.erasures.account(kept);
    await expect(goBack()).rejects.toThrow('null values');
  });
});
