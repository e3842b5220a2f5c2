import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StatementRow } from '../../src/app/ports/log.js';
import { InvalidCursor } from '../../src/app/ports/page.js';
import { UniqueViolation } from '../../src/app/ports/registry-store.js';
import { account, at, digestOf, leaf, opening, someBytes, statement } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const artist = account();

beforeAll(() => store.accounts.add(artist));
afterAll(() => store.close());

let made = 0;

/** Logs a new leaf and adds the statement it stands for. */
async function state(expression: string, overrides: Partial<StatementRow> = {}): Promise<StatementRow> {
  made += 1;
  const [entry] = await store.log.append([leaf(`statement ${made}`)], at('12:00:00'));
  if (!entry) throw new Error('The log took no leaf.');
  const row = statement(entry.leafHash, entry.index, expression, overrides);
  await store.statements.add(row, opening(row.id));
  return row;
}

describe('the statement store', () => {
  it('gives back a statement and its opening as they were put in', async () => {
    const [entry] = await store.log.append([leaf('whole')], at('12:00:00'));
    const row = statement(entry?.leafHash ?? someBytes(), entry?.index ?? 0n, 'whole.example/a.jpg', {
      accountId: artist.id,
      preference: 'conditional',
      reservesRights: true,
      expiresAt: at('23:00:00'),
    });
    const opened = opening(row.id, {
      opening: {
        submitted: 'HTTPS://Whole.example/a.jpg\0',
        expression: 'whole.example/a.jpg',
        terms: { licenceUrl: 'https://example.org/licence', credit: 'A painter \\u0000 \uD800' },
      },
    });
    await store.statements.add(row, opened);

    expect(await store.statements.byIds([row.id, someBytes()])).toStrictEqual([row]);
    expect(await store.statements.openings([row.id])).toEqual([
      {
        ...opened,
        opening: {
          submitted: 'HTTPS://Whole.example/a.jpg\uFFFD',
          expression: 'whole.example/a.jpg',
          terms: { licenceUrl: 'https://example.org/licence', credit: 'A painter \\u0000 \uFFFD' },
        },
      },
    ]);
  });

  it('supersedes what the same claimant said about the same subject and use, and nothing else', async () => {
    const first = await state('change.example', { kind: 'domain' });
    const otherUse = await state('change.example', { kind: 'domain', use: 'search' });
    const otherKind = await state('change.example', { kind: 'url' });
    const otherClaimant = await state('change.example', { kind: 'domain', claimant: 'somebody else' });
    const second = await state('change.example', { kind: 'domain', preference: 'allow' });
    const third = await state('change.example', { kind: 'domain', preference: 'allow' });

    const superseded = { ...first, supersededBy: second.id };
    expect(await store.statements.byIds([first.id])).toEqual([superseded]);
    expect(await store.statements.byIds([second.id])).toEqual([{ ...second, supersededBy: third.id }]);
    const untouched = [otherUse, otherKind, otherClaimant, third];
    expect(await store.statements.byIds(untouched.map(({ id }) => id))).toEqual(
      expect.arrayContaining(untouched),
    );
  });

  it('ends a statement by withdrawal, once, together with what its claimant had said before it', async () => {
    const first = await state('withdrawn.example');
    const second = await state('withdrawn.example');
    const [withdrawal] = await store.log.append([leaf('a withdrawal')], at('13:00:00'));
    const index = withdrawal?.index ?? 0n;
    await store.statements.withdraw(second.id, index);
    await store.statements.withdraw(second.id, 0n);

    const found = await store.statements.byIds([second.id]);
    expect(found).toEqual([{ ...second, withdrawnIndex: index }]);
    const [before] = await store.statements.byIds([first.id]);
    expect(before).toMatchObject({ supersededBy: second.id, withdrawnIndex: index });
  });

  it('pages through the statements of an account, latest in the log first', async () => {
    const owner = account();
    await store.accounts.add(owner);
    const rows: StatementRow[] = [];
    for (const name of ['a', 'b', 'c'])
      rows.unshift(await state(`${name}.page.example`, { accountId: owner.id }));

    const first = await store.statements.ofAccount(owner.id, { first: 2 });
    expect(first.rows.map(({ row }) => row)).toEqual(rows.slice(0, 2));
    expect(first.hasNextPage).toBe(true);
    const rest = await store.statements.ofAccount(owner.id, { first: 2, after: first.rows[1]?.cursor ?? '' });
    expect(rest.rows.map(({ row }) => row)).toEqual(rows.slice(2));
    expect(rest.hasNextPage).toBe(false);
  });

  it('pages through the statements of exactly one subject, whoever made them, latest in the log first', async () => {
    const place = 'subject.example/a/';
    const rows: StatementRow[] = [];
    for (const claimant of ['one', 'two', 'three']) {
      rows.unshift(await state(place, { kind: 'path', claimant }));
      await state(place, { kind: 'url', claimant });
      await state(`${place}b/`, { kind: 'path', claimant });
    }
    const subject = { kind: 'path', subjectDigest: digestOf(place) } as const;
    const first = await store.statements.ofSubject(subject, { first: 2 });
    expect(first.rows.map(({ row }) => row)).toEqual(rows.slice(0, 2));
    expect(first.hasNextPage).toBe(true);
    const rest = await store.statements.ofSubject(subject, { first: 2, after: first.rows[1]?.cursor ?? '' });
    expect(rest.rows.map(({ row }) => row)).toEqual(rows.slice(2));
    const otherList = await store.statements.ofAccount(artist.id, { first: 1 });
    const after = otherList.rows[0]?.cursor ?? '';
    await expect(store.statements.ofSubject(subject, { first: 1, after })).rejects.toThrow(InvalidCursor);
  });

  it('reads a page of a subject from the index, in its order, and nothing else', async () => {
    const cursor = Buffer.from('["statements of subject","7"]').toString('base64url');
    const asked: { sql: string; parameters: unknown[] | undefined }[] = [];
    const { logger } = store.dataSource;
    const listening = Object.create(logger) as typeof logger;
    listening.logQuery = (sql, parameters: unknown[] | undefined) => asked.push({ sql, parameters });
    store.dataSource.logger = listening;
    const subject = { kind: 'url', subjectDigest: digestOf('plan.example/') } as const;
    await store.statements.ofSubject(subject, { first: 20, after: cursor });
    store.dataSource.logger = logger;
    expect(asked).toHaveLength(1);
    const plan = await store.dataSource.transaction(async (manager) => {
      // With a handful of rows the planner would read them all: what is asked is whether it can do without.
      await manager.query('SET LOCAL enable_seqscan = off');
      return JSON.stringify(
        await manager.query(`EXPLAIN (FORMAT JSON) ${asked[0]?.sql ?? ''}`, asked[0]?.parameters),
      );
    });
    expect(plan).toContain('"Index Name":"statements_subject_idx"');
    expect(plan).toContain('"Scan Direction":"Backward"');
    expect(plan).not.toMatch(/"Sort"|"Filter"/);
  });

  it('counts an account’s noes in force on addresses and contents', async () => {
    const owner = account();
    await store.accounts.add(owner);
    const said = { accountId: owner.id };
    await state('n1.example/a', said);
    await state('n2.example/a', { ...said, kind: 'content' });
    await state('n3.example', { ...said, kind: 'domain' });
    await state('n4.example/a', { ...said, preference: 'allow' });
    await state('n1.example/a', said);
    const withdrawn = await state('n5.example/a', said);
    await store.statements.withdraw(withdrawn.id, withdrawn.logIndex);
    expect(await store.statements.countAssertedNoes(owner.id)).toBe(2);
  });

  it('remembers what an idempotency key was answered with, for that account alone', async () => {
    const other = account();
    await store.accounts.add(other);
    const [digest, ids] = [someBytes(), [someBytes(), someBytes()]];
    await store.statements.rememberIdempotent(artist.id, 'key-1', digest, ids, at('12:00:00'));
    expect(await store.statements.idempotent(artist.id, 'key-1')).toStrictEqual({
      requestDigest: digest,
      statementIds: ids,
    });
    expect(await store.statements.idempotent(other.id, 'key-1')).toBeUndefined();
    const again = store.statements.rememberIdempotent(artist.id, 'key-1', digest, [], at('12:01:00'));
    await expect(again).rejects.toThrow(new UniqueViolation('idempotency_keys_pkey'));
  });
});
