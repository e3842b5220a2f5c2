import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TarEntry, TarReader } from '../../src/tables/tar-reader.js';
import { UnreadableTable } from '../../src/tables/unreadable-table.js';
import { tarArchive } from '../support/tar-archive.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-tar-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function entriesOf(bytes: Buffer): Promise<(TarEntry & { data: string })[]> {
  const path = join(folder, 'shard.tar');
  await writeFile(path, bytes);
  const file = await open(path);
  try {
    const tar = new TarReader(file, path, bytes.length);
    const entries: (TarEntry & { data: string })[] = [];
    for await (const entry of tar.entries()) {
      entries.push({ ...entry, data: (await tar.read(entry.dataAt, entry.size)).toString() });
    }
    return entries;
  } finally {
    await file.close();
  }
}

const names = (entries: readonly TarEntry[]) => entries.map(({ name }) => name);
const pax = (records: Readonly<Record<string, string>>) => ({
  name: 'pax',
  kind: 'x',
  data: Object.entries(records)
    .map(([key, value]) => `${key.length + value.length + 5} ${key}=${value}\n`)
    .join(''),
});

describe('reading the headers of an archive', () => {
  it('gives the files in order, and where their bytes are', async () => {
    const entries = await entriesOf(
      tarArchive([
        { name: './0.json', data: '{}' },
        { name: 'folder/', kind: '5' },
        { name: 'folder/1.txt', data: 'x'.repeat(513) },
        { name: '2.txt' },
      ]),
    );
    expect(names(entries)).toEqual(['0.json', 'folder/1.txt', '2.txt']);
    expect(entries.map(({ data }) => data.length)).toEqual([2, 513, 0]);
  });

  it('takes names and sizes from pax and GNU headers, for the next file only', async () => {
    const long = `${'deep/'.repeat(40)}name.txt`;
    const entries = await entriesOf(
      tarArchive([
        pax({ path: long, size: '3' }),
        { name: 'cut', data: 'abc' },
        { name: '././@LongLink', kind: 'L', data: `${long}\0` },
        { name: 'cut', data: 'd' },
        { name: 'plain.txt', data: 'e' },
      ]),
    );
    expect(names(entries)).toEqual([long, long, 'plain.txt']);
    expect(entries[0]?.data).toBe('abc');
  });

  const whole = tarArchive([
    { name: '0.txt', data: 'one' },
    { name: '1.txt', data: 'two' },
  ]);

  it.each<[string, Buffer, RegExp]>([
    [
      'without an end mark',
      tarArchive([{ name: '0.txt', data: 'x' }], { hasEnd: false }),
      /at byte 1024 .* cut short/,
    ],
    ['cut within a header', whole.subarray(0, 1_300), /at byte 1024 .* cut short/],
    ['cut within a file', whole.subarray(0, 1_537), /at byte 1024 .* 3 bytes long.*ends before/],
    ['of nothing', Buffer.alloc(0), /at byte 0 .* cut short/],
    ['that is none', Buffer.from('no archive at all'.repeat(100)), /at byte 0 there is no header/],
    [
      'with a size beyond its end',
      tarArchive([{ name: '0.txt', size: 2 ** 32 }]),
      /at byte 0 .* 4294967296 bytes long/,
    ],
    [
      'with a size that hides files',
      tarArchive([{ name: '0.txt', data: 'x'.repeat(600), size: 1 }]),
      /at byte 1024/,
    ],
    [
      'with a name that climbs',
      tarArchive([{ name: 'a/../../etc/passwd' }]),
      /"a\/..\/..\/etc\/passwd", which leads out/,
    ],
    ['with an absolute name', tarArchive([{ name: '/etc/passwd' }]), /leads out/],
    ['with a name of another system', tarArchive([{ name: '..\\x' }]), /leads out/],
    [
      'with a climbing name in a pax header',
      tarArchive([pax({ path: '../x' }), { name: 'x' }]),
      /at byte 1024 .*leads out/,
    ],
    ['with a link', tarArchive([{ name: 'x', kind: '2' }]), /at byte 0 an entry is a link/],
    ['with a device', tarArchive([{ name: 'x', kind: '3' }]), /at byte 0 an entry is a link or a device/],
    [
      'with a header of names without end',
      tarArchive([{ name: 'x', kind: 'x', data: ' '.repeat(70_000) }]),
      /70000 bytes of names/,
    ],
  ])('refuses an archive %s, naming the place', async (_, bytes, reason) => {
    const failure = entriesOf(bytes);
    await expect(failure).rejects.toThrow(UnreadableTable);
    await expect(failure).rejects.toThrow(reason);
    await expect(failure).rejects.toThrow(join(folder, 'shard.tar'));
  });

  it('notices a change of any byte of a header', async () => {
    for (let place = 0; place < 512; place += 7) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const isSpace = place >= 148 && place < 156;
      if (!isSpace) await expect(entriesOf(changed)).rejects.toThrow(UnreadableTable);
    }
  });
});
