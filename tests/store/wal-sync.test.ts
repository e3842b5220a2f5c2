import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walSync } from '../../src/store/wal-sync.js';

describe('syncing the write-ahead log', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wal-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('fails when there is none, so that nobody is told that something is durable', async () => {
    await expect(walSync(folder)()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('answers everybody who asks while it runs, each after a round that began after they asked', async () => {
    await mkdir(join(folder, 'pg_wal', 'archive_status'), { recursive: true });
    await writeFile(join(folder, 'pg_wal', '000000010000000000000001'), 'record');
    const sync = walSync(folder);
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3].map((caller) => sync().then(() => order.push(caller))));
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it('passes over a file that a checkpoint removed after it was listed', async () => {
    await symlink('no such file', join(folder, 'pg_wal', '000000010000000000000000'));
    await expect(walSync(folder)()).resolves.toBeUndefined();
  });

  it('fails for everybody who asked when a file cannot be synced, and works again later', async () => {
    const sync = walSync(folder);
    await sync();
    await rm(join(folder, 'pg_wal'), { recursive: true });
    const results = await Promise.allSettled([sync(), sync(), sync()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await mkdir(join(folder, 'pg_wal'));
    await expect(sync()).resolves.toBeUndefined();
  });
});
