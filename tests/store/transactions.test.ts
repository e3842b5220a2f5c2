import { afterAll, describe, expect, it } from '@jest/globals';
import { NoRoom } from '../../src/app/ports/no-room.js';
import { UniqueViolation } from '../../src/app/ports/registry-store.js';
import { QueryBesideTransaction, StatementFailed } from '../../src/store/database-errors.js';
import { account, apiKey, at, session } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();

afterAll(() => store.close());

describe('a transaction', () => {
  it('keeps everything when its work is done', async () => {
    const [one, two] = [account(), account()];
    const answer = await store.transact(async (stores) => {
      await stores.accounts.add(one);
      await stores.accounts.add(two);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await store.accounts.byId(one.id)).toStrictEqual(one);
    expect(await store.accounts.byId(two.id)).toStrictEqual(two);
  });

  it('keeps nothing when its work throws, and throws the same error', async () => {
    const doomed = account();
    const change = new Error('changed my mind');
    const work = store.transact(async (stores) => {
      await stores.accounts.add(doomed);
      throw change;
    });
    await expect(work).rejects.toBe(change);
    expect(await store.accounts.byId(doomed.id)).toBeUndefined();
  });

  it('is not seen from outside before it ends, nor mixed with others that run at the same time', async () => {
    const [kept, dropped] = [account(), account()];
    const results = await Promise.allSettled([
      store.transact(async (stores) => {
        await stores.accounts.add(dropped);
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error('rolled back');
      }),
      store.transact((stores) => stores.accounts.add(kept)),
      store.accounts.byId(dropped.id),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(results[2]).toHaveProperty('value', undefined);
    expect(await store.accounts.byId(kept.id)).toStrictEqual(kept);
    expect(await store.accounts.byId(dropped.id)).toBeUndefined();
  });

  it('goes on after a refused duplicate that its work has caught', async () => {
    const [first, second] = [account(), account()];
    await store.accounts.add(first);
    await store.transact(async (stores) => {
      const duplicate = stores.accounts.add(account({ email: first.email }));
      await expect(duplicate).rejects.toThrow(UniqueViolation);
      await stores.accounts.add(second);
    });
    expect(await store.accounts.byId(second.id)).toStrictEqual(second);
  });

  it('keeps what was asked for at once with a duplicate that is refused', async () => {
    const [first, ...others] = [account(), account(), account(), account()];
    await store.accounts.add(first);
    await store.transact(async (stores) => {
      const results = await Promise.allSettled([
        stores.accounts.add(account({ email: first.email })),
        ...others.map((other) => stores.accounts.add(other)),
        stores.sessions.add(session(first.id)),
        stores.accounts.add(account({ email: first.email })),
      ]);
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    });
    for (const other of others) expect(await store.accounts.byId(other.id)).toStrictEqual(other);
    expect(await store.sessions.ofAccount(first.id)).toHaveLength(1);
  });

  it('is never taken for kept when a statement in it failed and its work went on regardless', async () => {
    const lost = account();
    const work = store.transact(async (stores) => {
      await stores.accounts.add(lost);
      await stores.sessions.add(session(account().id)).catch(() => undefined);
      return 'done';
    });
    await expect(work).rejects.toThrow(StatementFailed);
    expect(await store.accounts.byId(lost.id)).toBeUndefined();
  });

  it('refuses a query made beside it at once, instead of waiting for itself', async () => {
    const work = store.transact(async () => store.accounts.count());
    await expect(work).rejects.toThrow(QueryBesideTransaction);
    const nested = store.transact(() => store.transact(() => Promise.resolve()));
    await expect(nested).rejects.toThrow(QueryBesideTransaction);
  });

  it('gives its session back, however it ended', async () => {
    for (let time = 0; time < 25; time += 1) {
      await store.transact(() => Promise.reject(new Error('again'))).catch(() => undefined);
    }
    await expect(store.accounts.count()).resolves.toBeGreaterThanOrEqual(0);
  });

  it('lets work that it has started and not waited for go on after it has ended', async () => {
    let later: Promise<number> = Promise.resolve(0);
    await store.transact(() => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => store.accounts.count());
      return Promise.resolve();
    });
    await expect(later).resolves.toBeGreaterThanOrEqual(0);
  });
});

describe('an error of the database', () => {
  it('carries its SQLSTATE and no value of the statement', async () => {
    const key = apiKey(account().id, { createdAt: at('09:00:00'), name: 'a private name' });
    const failure = await store.apiKeys.add(key).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StatementFailed);
    expect(failure).toHaveProperty('sqlState', '23503');
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('a private name');
  });

  it('is told apart when it says that the disk is full', async () => {
    await store.dataSource.query(
      `CREATE FUNCTION refuse_for_want_of_room() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`,
    );
    await store.dataSource.query(
      'CREATE TRIGGER no_room BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION refuse_for_want_of_room()',
    );
    await expect(store.accounts.add(account())).rejects.toBeInstanceOf(NoRoom);
  });
});
