import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as laterThisTurn } from 'node:timers/promises';
import type { ScreenedPicture } from '../../src/app/ports/screening.js';
import { KnownHashesUnusable, KnownHashFile } from '../../src/screening/known-hash-file.js';
import { openScreening } from '../../src/screening/open-screening.js';
import { ReportRecipientUnusable, sealForRecipient } from '../../src/screening/seal-for-recipient.js';

const RECIPIENT = 'age10wdel9fptmmy55dupslp3r9n9mvyue67lklmu37xd8wedfh8qcmqzszk5l';
const MD5 = 'cd'.repeat(16);

const MET: ScreenedPicture = {
  place: { kind: 'fetch', url: 'https://site.example/a.png', entry: `rows:${'01'.repeat(16)}` },
  match: { algorithm: 'md5', hex: MD5, distance: 0 },
  at: new Date('2026-03-01T09:00:00Z'),
};

let folder: string;
let list: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-screening-'));
  list = join(folder, 'known.txt');
  await writeFile(list, `md5:${MD5}\n`);
});

afterEach(() => rm(folder, { recursive: true }));

describe('The operator’s list of known hashes', () => {
  it('is needed whole at the start: a line that is no hash, or no file, is said', async () => {
    await writeFile(list, `md5:${MD5}\nsha256:short\n`);
    await expect(KnownHashFile.open(list)).rejects.toThrow(/^Line 2 of .* is no hash/);
    await expect(KnownHashFile.open(join(folder, 'none.txt'))).rejects.toThrow(KnownHashesUnusable);
  });

  it('is read anew when it changes, and stays in force when the change cannot be read or the file is gone', async () => {
    const warned: string[] = [];
    const hear = ({ message }: Error) => warned.push(message);
    process.on('warning', hear);
    const file = await KnownHashFile.open(list, { lookAgainMs: 0 });
    const before = await file.list();
    expect(await file.list()).toBe(before);
    await writeFile(list, `md5:${MD5}\npdq:${'01'.repeat(32)}\n`);
    const after = await file.list();
    expect([before.size, after.size]).toEqual([1, 2]);
    await writeFile(list, 'something else');
    expect(await file.list()).toBe(after);
    await rm(list);
    expect(await file.list()).toBe(after);
    await laterThisTurn();
    process.off('warning', hear);
    expect(warned).toEqual([
      expect.stringContaining('stays in force'),
      expect.stringContaining('stays in force'),
    ]);
  });
});

describe('A report of what was met', () => {
  const report = (recipient?: string) =>
    openScreening({ hashesFile: list, reportsFolder: join(folder, 'reports'), recipient });

  it('is a file that the operator alone may read, once for each place and hash, without a picture', async () => {
    const screening = await report();
    await screening.report(MET);
    await screening.report({ ...MET, at: new Date() });
    await (await report()).report(MET);
    await screening.report({ ...MET, place: { kind: 'upload' } });
    const names = (await readdir(join(folder, 'reports'))).sort();
    expect(names).toEqual([
      expect.stringMatching(/^fetch-[0-9a-f]{32}\.json$/),
      expect.stringMatching(/^upload-[0-9a-f]{32}\.json$/),
    ]);
    const path = join(folder, 'reports', names[0] ?? '');
    expect([(await stat(path)).mode & 0o777, (await stat(join(folder, 'reports'))).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      metAt: '2026-03-01T09:00:00.000Z',
      met: 'fetch',
      url: 'https://site.example/a.png',
      entry: `rows:${'01'.repeat(16)}`,
      known: `md5:${MD5}`,
      distance: 0,
    });
  });

  it('is sealed for the operator’s key where there is one, as age opens it', async () => {
    const key = await generateX25519Identity();
    await (await report(await identityToRecipient(key))).report(MET);
    const [name = ''] = await readdir(join(folder, 'reports'));
    expect(name).toMatch(/\.json\.age$/);
    const sealed = await readFile(join(folder, 'reports', name));
    expect(sealed.includes('site.example')).toBe(false);
    const opener = new Decrypter();
    opener.addIdentity(key);
    const opened = await opener.decrypt(sealed, 'text');
    expect(JSON.parse(opened)).toMatchObject({ met: 'fetch', known: `md5:${MD5}` });
  });
});

it.each([RECIPIENT.toUpperCase(), RECIPIENT.replace(/.$/, 'q'), 'age1', RECIPIENT.slice(0, -8), ''])(
  'A recipient is not taken for one when it is %s',
  async (text) => {
    await expect(sealForRecipient(text)).rejects.toThrow(ReportRecipientUnusable);
  },
);
