import { randomBytes } from 'node:crypto';
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

  it('counts its tables anew as they grow, and clears dead rows away, also of values too long for a row', async () => {
    const store = await openStore({ dataDir });
    const read = async <T extends object>(query: string): Promise<T> => {
      // What a session has counted is told to others once a second, unless it is asked for.
      await store.dataSource.query('SELECT pg_stat_force_next_flush()');
      return (await store.dataSource.query<[T]>(query))[0];
    };
    const rowsKnown = `SELECT reltuples::integer AS known FROM pg_class WHERE oid = 'log_entries'::regclass`;
    const deadLongValues = `
      SELECT n_dead_tup::integer AS dead FROM pg_stat_all_tables
      WHERE relid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'log_tiles'::regclass)`;
    const leaves = Array.from({ length: 200 }, (_, index) => leaf(`grown ${index}`));
    await store.log.append(leaves, at('10:00:00'));
    const hashes = new Uint8Array(randomBytes(256 * 32));
    for (let width = 100; width <= 256; width += 1) {
      await store.logTree.grow([{ level: 0, index: 0, hashes: hashes.subarray(0, width * 32) }]);
    }
    expect(await read(rowsKnown)).toEqual({ known: -1 });
    expect((await read<{ dead: number }>(deadLongValues)).dead).toBeGreaterThan(100);

    await store.tend();
    expect(await read(rowsKnown)).toEqual({ known: 201 });
    expect(await read(deadLongValues)).toEqual({ dead: 0 });
    await store.close();
  });
});
