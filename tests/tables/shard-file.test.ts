import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ShardFile } from '../../src/tables/shard-file.js';
import { UnreadableTable } from '../../src/tables/unreadable-table.js';
import { type TarFile, tarArchive } from '../support/tar-archive.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-shard-'));
});

afterAll(() => rm(folder, { recursive: true }));

function sample(key: string, json: string | undefined, txt?: string): TarFile[] {
  return [
    { name: `${key}.jpg`, data: Buffer.alloc(3_000, key) },
    ...(txt === undefined ? [] : [{ name: `${key}.txt`, data: txt }]),
    ...(json === undefined ? [] : [{ name: `${key}.json`, data: json }]),
  ];
}

async function shard(name: string, files: readonly TarFile[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, tarArchive(files));
  return path;
}

async function rowsOf(path: string, from = 0): Promise<Record<string, unknown>[]> {
  const file = await ShardFile.open(path);
  const rows: Record<string, unknown>[] = [];
  for await (const batch of file.batches(undefined, from)) {
    for (const row of batch) rows.push(Object.fromEntries(file.columns.map((name, at) => [name, row[at]])));
  }
  expect(rows).toHaveLength(file.rowCount - from);
  await file.close();
  return rows;
}

async function sideParquet(name: string, rows: string): Promise<void> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (SELECT * FROM (VALUES ${rows}) AS t(url, caption, key, status, error_message))
    TO '${join(folder, name)}' (FORMAT parquet)`);
  connection.closeSync();
}

describe('a shard of img2dataset', () => {
  it('gives a row for each picture, from its json and txt, with columns that only some have', async () => {
    const path = await shard('a.tar', [
      ...sample('000', '{"url":"https://a.example/0.jpg","caption":"from json","sha256":"ab"}', 'from txt'),
      ...sample('001', '{"url":"https://a.example/1.jpg","width":3}', 'from txt'),
      ...sample('x/002', undefined, 'only words'),
    ]);
    const nothing = { url: null, caption: null, sha256: null, width: null, key: null };
    expect(await rowsOf(path)).toEqual([
      { ...nothing, url: 'https://a.example/0.jpg', caption: 'from json', sha256: 'ab' },
      { ...nothing, url: 'https://a.example/1.jpg', caption: 'from txt', width: 3 },
      { ...nothing, caption: 'only words', key: 'x/002' },
    ]);
  });

  it('keeps whole numbers that a double would change', async () => {
    const json =
      '{"url":"u","hash":-2129773440516405919,"text":"12345678901234567890","n":1234567890123456.5}';
    const [row] = await rowsOf(await shard('b.tar', sample('0', json)));
    expect(row).toMatchObject({
      hash: '-2129773440516405919',
      text: '12345678901234567890',
      n: 1234567890123456.5,
    });
  });

  it('adds the pictures that could not be fetched, which only the Parquet file beside it names', async () => {
    const path = await shard('c.tar', sample('000', '{"url":"https://a.example/0.jpg","key":"000"}', 'zero'));
    await sideParquet(
      'c.parquet',
      `('https://a.example/0.jpg', 'zero', '000', 'success', NULL),
       ('https://a.example/1.jpg', 'one', '001', 'failed_to_download', 'HTTP Error 404'),
       ('https://a.example/2.jpg', 'two', '002', 'failed_to_resize', 'too small')`,
    );
    const rows = await rowsOf(path);
    expect(rows.map(({ url, status }) => [url, status])).toEqual([
      ['https://a.example/0.jpg', null],
      ['https://a.example/1.jpg', 'failed_to_download'],
      ['https://a.example/2.jpg', 'failed_to_resize'],
    ]);
    expect(rows[2]).toMatchObject({ caption: 'two', error_message: 'too small' });
    expect(await rowsOf(path, 1)).toEqual(rows.slice(1));
    expect(await rowsOf(path, 2)).toEqual(rows.slice(2));
  });

  it.each<[string, TarFile[], RegExp]>([
    ['nothing', [], /there is nothing in it/],
    ['broken JSON', sample('0', '{"url": '), /at byte 3584 "0.json" holds no JSON object/],
    ['JSON that is no object', sample('0', '[1]'), /holds no JSON object/],
    [
      'a text without end',
      sample('0', undefined, 'x'.repeat(1_100_000)),
      /"0.txt" says it is 1100000 bytes of text/,
    ],
    ['a file twice', [...sample('0', '{}'), { name: '0.json', data: '{}' }], /"0.json" is there twice/],
    [
      'broken JSON at its very end',
      [...sample('0', '{}'), ...sample('1', '{')],
      /"1.json" holds no JSON object/,
    ],
  ])('is refused as a whole when it holds %s', async (_, files, reason) => {
    const failure = ShardFile.open(await shard('bad.tar', files));
    await expect(failure).rejects.toThrow(UnreadableTable);
    await expect(failure).rejects.toThrow(reason);
  });
});
