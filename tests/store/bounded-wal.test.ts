import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundedWal } from '../../src/store/bounded-wal.js';
import { wasClosed } from '../../src/store/guard-log.js';
import { openPglite } from '../../src/store/pglite-database.js';
import { StoreSession } from '../../src/store/store-session.js';
import { eventually } from '../support/eventually.js';

describe('a write-ahead log that is kept short', () => {
  it('begins anew once it has grown long, once at a time, and again when that failed', async () => {
    const runs: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
    const failures: unknown[] = [];
    const wal = boundedWal(
      () => new Promise<void>((end, fail) => runs.push({ end, fail })),
      (error) => failures.push(error),
    );
    wal.notice(4);
    expect(runs).toHaveLength(0);
    wal.notice(5);
    wal.notice(6);
    expect(runs).toHaveLength(1);
    runs[0]?.fail(new Error('EIO'));
    await wal.settled();
    expect(failures).toEqual([new Error('EIO')]);
    wal.notice(6);
    expect(runs).toHaveLength(2);
    runs[1]?.end();
    await wal.settled();
  });
});

describe('the folder of an embedded database', () => {
  let folder: string;
  let dataDir: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bounded-wal-'));
    dataDir = join(folder, 'database');
  });

  afterAll(() => rm(folder, { recursive: true }));

  const walFiles = async () =>
    (await readdir(join(dataDir, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name)).length;

  it('holds a short log however much is written, and opens after a crash with all that was', async () => {
    const database = await openPglite({ dataDir });
    const session = StoreSession.over(database);
    await session.execute('CREATE TABLE written (text text)');
    let most = 0;
    for (let round = 0; round < 4; round += 1) {
      // About 30 MiB of log.
      await session.execute(`INSERT INTO written SELECT repeat('x', 200) FROM generate_series(1, 110000)`);
      most = Math.max(most, await walFiles());
      await eventually(async () => (await walFiles()) <= 4);
    }
    expect(most).toBeGreaterThan(4);

    const crashed = join(folder, 'crashed');
    await cp(dataDir, crashed, { recursive: true });
    expect(await wasClosed(crashed)).toBe(false);
    await database.dataSource.destroy();
    expect(await wasClosed(dataDir)).toBe(true);
    const again = await openPglite({ dataDir: crashed });
    expect(await StoreSession.over(again).query('SELECT count(*)::integer AS count FROM written')).toEqual([
      { count: 440_000 },
    ]);
    await again.dataSource.destroy();
  });
});
