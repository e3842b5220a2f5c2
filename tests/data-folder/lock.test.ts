import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DataFolderBusy, holderOf, lockDataFolder } from '../../src/data-folder/lock.js';

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-lock-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

describe('the lock of a data folder', () => {
  it('refuses a second holder and names the process that holds it', async () => {
    const folder = await newFolder();
    const lock = await lockDataFolder(folder, 'serve', '/run/assent.sock');
    await expect(lockDataFolder(folder, 'serve')).rejects.toThrow(DataFolderBusy);
    await expect(lockDataFolder(folder, 'serve')).rejects.toThrow(String(process.pid));
    expect(await holderOf(folder)).toMatchObject({
      pid: process.pid,
      purpose: 'serve',
      socket: '/run/assent.sock',
    });
    await lock.release();
  });

  it('is free again once released, and leaves nothing behind', async () => {
    const folder = await newFolder();
    await (await lockDataFolder(folder, 'command')).release();
    expect(await readdir(folder)).toEqual([]);
    await (await lockDataFolder(folder, 'command')).release();
  });

  it('is taken over from a process that is gone', async () => {
    const folder = await newFolder();
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => dead.once('exit', done));
    await writeFile(
      join(folder, 'assent.lock'),
      JSON.stringify({ pid: dead.pid, start: '1', purpose: 'serve' }),
    );
    expect(await holderOf(folder)).toBeUndefined();
    const lock = await lockDataFolder(folder, 'serve');
    expect(await holderOf(folder)).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  // Only Linux tells such a process from one that runs.
  (process.platform === 'linux' ? it : it.skip)(
    'is taken over from a process that has ended and whose parent never asked how',
    async () => {
      const folder = await newFolder();
      const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(printed.toString());
      while (!/\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8'))) await pause(5);
      await writeFile(join(folder, 'assent.lock'), JSON.stringify({ pid, purpose: 'serve' }));
      const lock = await lockDataFolder(folder, 'serve');
      await lock.release();
      parent.kill('SIGKILL');
    },
  );

  it('is taken over when the holder’s process id now belongs to another process', async () => {
    const folder = await newFolder();
    await writeFile(
      join(folder, 'assent.lock'),
      JSON.stringify({ pid: process.pid, start: 'long ago', purpose: 'serve' }),
    );
    const lock = await lockDataFolder(folder, 'serve');
    await lock.release();
  });

  it('is taken over from a lock file that was never wholly written', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'assent.lock'), '{"pid": 1');
    const lock = await lockDataFolder(folder, 'serve');
    await lock.release();
  });

  it('is given to exactly one of many that ask at once for a stale one', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'assent.lock'), 'stale');
    const asked = await Promise.allSettled(
      Array.from({ length: 32 }, () => lockDataFolder(folder, 'command')),
    );
    const given = asked.filter((one) => one.status === 'fulfilled');
    expect(given).toHaveLength(1);
    expect(JSON.parse(await readFile(join(folder, 'assent.lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    await given[0]?.value.release();
  });
});
