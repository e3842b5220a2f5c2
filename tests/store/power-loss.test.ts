import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.js';
import { openPglite } from '../../src/store/pglite-database.js';
import { ForgetfulDisk } from '../support/forgetful-disk.js';

let emptyRegistry: string;
let home: string;
let dataDir: string;
let disk: ForgetfulDisk;

beforeAll(async () => {
  emptyRegistry = await mkdtemp(join(tmpdir(), 'assent-empty-'));
  const store = await openStore({ dataDir: emptyRegistry });
  await store.migrate();
  await store.close();
});

afterAll(async () => {
  await rm(emptyRegistry, { recursive: true });
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'assent-power-'));
  dataDir = join(home, 'database');
  await cp(emptyRegistry, dataDir, { recursive: true });
  disk = await ForgetfulDisk.under(dataDir, join(home, 'medium'));
});

afterEach(async () => {
  disk.stop();
  await rm(home, { recursive: true });
});

type Database = Awaited<ReturnType<typeof openPglite>>;

async function fill({ dataSource, settle }: Database, from: number, to: number): Promise<void> {
  await dataSource.query('CREATE TABLE IF NOT EXISTS kept (id integer PRIMARY KEY, text text)');
  await dataSource.query(
    `INSERT INTO kept SELECT id, repeat(id::text, 200) FROM generate_series(${from}, ${to}) AS id`,
  );
  await settle?.();
}

async function countKept(folder: string): Promise<unknown> {
  const { dataSource } = await openPglite({ dataDir: folder });
  const [counted] = await dataSource.query<object[]>(
    'SELECT count(*)::integer AS rows, count(*) FILTER (WHERE text = repeat(id::text, 200))::integer AS whole FROM kept',
  );
  await dataSource.destroy();
  return counted;
}

const all = (rows: number) => ({ rows, whole: rows });

describe('an embedded database on a disk that keeps only what was synced', () => {
  it('has every row whenever the power goes while it is closed, and after it', async () => {
    const database = await openPglite({ dataDir });
    await fill(database, 1, 2_000);
    const left: string[] = [];
    const before = disk.syncs;
    disk.onSync = async () => {
      // Amid the pages: the last checkpoint may be on the medium already, and half of what it stands for.
      if (disk.syncs - before === 300) left.push(await disk.left('at once'));
    };
    await database.dataSource.destroy();
    disk.onSync = undefined;
    left.push(await disk.left('at once'), await disk.left('when synced'));
    expect(left).toHaveLength(3);
    for (const folder of left) expect(await countKept(folder)).toEqual(all(2_000));
  });

  it('has every row when the power goes, and again once what was left has been opened', async () => {
    const database = await openPglite({ dataDir });
    await fill(database, 1, 2_000);
    const first = await disk.left('when synced');
    await database.dataSource.destroy();

    disk.stop();
    disk = await ForgetfulDisk.under(first, join(home, 'second medium'));
    const again = await openPglite({ dataDir: first });
    const left = [await disk.left('at once'), await disk.left('when synced')];
    await again.dataSource.destroy();
    for (const folder of left) expect(await countKept(folder)).toEqual(all(2_000));
  });

  it('has every row when the power goes after erased rows were taken out of its files', async () => {
    const database = await openPglite({ dataDir });
    await fill(database, 1, 2_000);
    await database.scrub();
    const left = [await disk.left('at once'), await disk.left('when synced')];
    await database.dataSource.destroy();
    for (const folder of left) expect(await countKept(folder)).toEqual(all(2_000));
  });
});
