import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { StoreBusy } from '../../src/store/database-errors.js';
import { openStore } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite-database.js';
import { StoreSession } from '../../src/store/store-session.js';
import { searchFor } from '../support/search-for.js';
import { account, dataset, entry, leaf, at } from '../support/store-records.js';

let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'assent-pglite-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('keeps in its folder what was put in, from one opening to the next', async () => {
    const kept = account();
    const first = await openStore({ dataDir });
    expect(first.kind).toBe('pglite');
    expect(await first.migrate()).toEqual(migrations.map(({ name }) => name));
    await first.accounts.add(kept);
    await first.log.append([leaf('kept')], at('09:00:00'));
    const { id } = await first.datasets.ensure(dataset());
    await first.entries.addBatch(id, [entry('example.com/a.jpg', 'A lighthouse')]);
    await first.close();

    const second = await openStore({ dataDir });
    expect(await second.migrate()).toEqual([]);
    expect(await second.accounts.byId(kept.id)).toStrictEqual(kept);
    expect(await second.log.size()).toBe(1n);
    expect((await second.entries.search(searchFor('lighthouse'), { first: 1 })).rows).toHaveLength(1);
    await second.close();
  });

  it('tells a caller who waits too long for its one session what has happened', async () => {
    const database = await openPglite({ dataDir, leaseTimeoutMs: 100 });
    const [one, other] = [StoreSession.over(database), StoreSession.over(database)];
    const waiting = one.transaction(() => other.query('SELECT 1'));
    await expect(waiting).rejects.toThrow(StoreBusy);
    await expect(waiting).rejects.toThrow('inside transact() use the stores it passes in');
    await expect(other.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    await database.dataSource.destroy();
  });
});
