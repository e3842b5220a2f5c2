import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBackupFile } from '../../src/backup-files/write-backup-file.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-backup-file-'));
});

afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe('writing the file of a backup', () => {
  it('gives it its name once it is whole, for nobody else to read', async () => {
    const path = join(folder, 'whole');
    await writeBackupFile(path, async (write) => {
      await write(bytes('one '));
      expect(await readdir(folder)).toEqual([expect.stringMatching(/^\.whole\.[0-9a-f]{12}\.new$/)]);
      await write(bytes('two'));
    });
    expect(await readFile(path, 'utf8')).toBe('one two');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['whole']);
  });

  it('leaves nothing behind when what fills it fails, and tells that', async () => {
    const path = join(folder, 'failed');
    const work = async (write: (part: Uint8Array) => Promise<void>) => {
      await write(bytes('half'));
      throw new Error('The database went away.');
    };
    await expect(writeBackupFile(path, work)).rejects.toThrow('The database went away.');
    expect(await readdir(folder)).toEqual(['whole']);
  });

  it('never takes the place of a file, even of one that came while it was written', async () => {
    const [taken, late] = [join(folder, 'whole'), join(folder, 'late')];
    const never = () => Promise.reject(new Error('Nothing is written.'));
    await expect(writeBackupFile(taken, never)).rejects.toMatchObject({ obstacle: 'exists' });
    await expect(writeBackupFile(folder, never)).rejects.toMatchObject({ obstacle: 'exists' });
    await expect(writeBackupFile(late, () => writeFile(late, 'theirs'))).rejects.toMatchObject({
      obstacle: 'exists',
    });
    expect(await readFile(late, 'utf8')).toBe('theirs');
    expect((await readdir(folder)).sort()).toEqual(['late', 'whole']);
  });

  it('says that there is no folder, or that it may not write there', async () => {
    const never = () => Promise.reject(new Error('Nothing is written.'));
    await expect(writeBackupFile(join(folder, 'none', 'x'), never)).rejects.toMatchObject({
      obstacle: 'no-folder',
    });
    await expect(writeBackupFile(join(folder, 'whole', 'x'), never)).rejects.toMatchObject({
      obstacle: 'no-folder',
    });
    await expect(writeBackupFile('/proc/assent.backup', never)).rejects.toMatchObject({
      obstacle: expect.stringMatching(/^(not-writable|no-folder)$/),
    });
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o500 });
    // Whoever may do everything may write there too.
    if (process.getuid?.() !== 0) {
      await expect(writeBackupFile(join(closed, 'x'), never)).rejects.toMatchObject({
        obstacle: 'not-writable',
      });
    }
    await chmod(closed, 0o700);
  });
});
