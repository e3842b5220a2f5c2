import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogKeyring } from '../../src/log-key/log-keyring.js';
import { publishedMark } from '../../src/log-key/published-mark.js';

let folder: string;
let keyFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  keyFile = join(folder, 'keys', 'log.key');
});

afterEach(() => rm(folder, { recursive: true }));

const begins = { origin: undefined, publicUrl: undefined, hasBegun: false };

describe('the key file', () => {
  it('is made for nobody else to read when a log begins, and is the same ever after', async () => {
    const made = await openLogKeyring({ ...begins, keyFile });
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    const again = await openLogKeyring({ ...begins, keyFile, hasBegun: true });
    expect(again.held()).toEqual(made.held());
    expect(again.sign('text\n', again.held())).toBe(made.sign('text\n', made.held()));
  });

  it.each([
    [undefined, 'https://registry.example/', 'registry.example/log'],
    [undefined, 'http://localhost:4000', 'localhost:4000/log'],
    ['consent.example/2026', 'https://registry.example', 'consent.example/2026'],
  ])('calls the log after the setting %s and the address %s: %s', async (origin, publicUrl, name) => {
    expect((await openLogKeyring({ keyFile, origin, publicUrl, hasBegun: false })).origin).toBe(name);
  });

  it('gives a log that nobody named a name that no other has', async () => {
    const one = await openLogKeyring({ ...begins, keyFile });
    const other = await openLogKeyring({ ...begins, keyFile: join(folder, 'other', 'log.key') });
    expect(one.origin).toMatch(/^localhost\/log\/[0-9a-f]{16}$/);
    expect(other.origin).not.toBe(one.origin);
  });

  it('is made once by processes that begin together', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => openLogKeyring({ ...begins, keyFile })));
    expect(new Set(opened.map((keyring) => keyring.held()[0])).size).toBe(1);
    expect(await readdir(join(folder, 'keys'))).toEqual(['log.key']);
  });

  it('is not made anew for a log that has begun', async () => {
    await expect(openLogKeyring({ ...begins, keyFile, hasBegun: true })).rejects.toThrow('is missing');
    await expect(stat(keyFile)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is refused when others can read it, when a line is no key, and for another log', async () => {
    await openLogKeyring({ ...begins, keyFile });
    const text = await readFile(keyFile, 'utf8');
    await chmod(keyFile, 0o640);
    await expect(openLogKeyring({ ...begins, keyFile })).rejects.toThrow('can be read by others');
    await chmod(keyFile, 0o600);
    await expect(openLogKeyring({ ...begins, keyFile, origin: 'other.example/log' })).rejects.toThrow(
      'A log keeps its name',
    );
    for (const broken of [
      `${text}x\n`,
      text.replace(/.=?=?\n$/, '\n'),
      text.replace('PRIVATE', 'Private'),
      '\n',
    ]) {
      await writeFile(keyFile, broken);
      await expect(openLogKeyring({ ...begins, keyFile })).rejects.toMatchObject({ name: 'KeyFileUnusable' });
    }
  });

  it('never shows its secret in a message', async () => {
    await openLogKeyring({ ...begins, keyFile });
    const secret = (await readFile(keyFile, 'utf8')).trim().split('+').at(-1) ?? '';
    await writeFile(keyFile, `PRIVATE+KEY+x+00000000+${secret}\n`);
    const error = await openLogKeyring({ ...begins, keyFile }).catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ name: 'KeyFileUnusable' });
    expect(String((error as Error).stack)).not.toContain(secret);
  });

  it('keeps a key that was added, and forgets one that was dropped, on the disk too', async () => {
    const keyring = await openLogKeyring({ ...begins, keyFile });
    const [first = ''] = keyring.held();
    const second = await keyring.make();
    expect((await openLogKeyring({ ...begins, keyFile })).held()).toEqual([first, second]);
    await keyring.drop(first);
    expect((await openLogKeyring({ ...begins, keyFile })).held()).toEqual([second]);
    await expect(keyring.drop(second)).rejects.toThrow('last key');
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });
});

describe('the mark of what was published', () => {
  it('lies beside the key file, and is empty at first', async () => {
    await openLogKeyring({ ...begins, keyFile });
    const mark = publishedMark(keyFile);
    expect(await mark.read()).toBeUndefined();
    await mark.write('a note');
    await mark.write('a later note');
    expect(await publishedMark(keyFile).read()).toBe('a later note');
    expect((await readdir(join(folder, 'keys'))).sort()).toEqual(['log.key', 'log.key.published']);
  });
});
