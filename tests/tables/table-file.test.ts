import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { textAt } from '../../src/app/check/text-at.js';
import { RowMask } from '../../src/core/check/row-mask.js';
import { copyRows } from '../../src/tables/copy-rows.js';
import { TableFile } from '../../src/tables/table-file.js';
import { UnreadableTable } from '../../src/tables/unreadable-table.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-tables-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A LAION-like Parquet file made by DuckDB itself. */
async function parquet(name: string, rows: number): Promise<string> {
  const path = join(folder, name);
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT 'https://example.com/' || i || '.jpg' AS "URL", 'caption ' || i AS "TEXT",
                  i::DOUBLE / 7 AS similarity, [i, i + 1] AS pair, NULL::INTEGER AS nothing
             FROM range(${rows}) r(i)) TO '${path.replaceAll("'", "''")}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  );
  connection.closeSync();
  return path;
}

function chosen(of: number, rows: readonly number[]): RowMask {
  const mask = new RowMask(of);
  for (const row of rows) mask.choose(row);
  return mask;
}

async function allRows(table: TableFile): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return rows;
}

describe('a table in a file', () => {
  it('gives the rows of a Parquet file in order, across row groups', async () => {
    const table = await TableFile.open(await parquet('rows.parquet', 10_000));
    expect(table.columns).toEqual(['URL', 'TEXT', 'similarity', 'pair', 'nothing']);
    expect(table.rowCount).toBe(10_000);
    const rows = await allRows(table);
    expect(rows.map(([url]) => url)).toEqual(
      Array.from({ length: 10_000 }, (_, i) => `https://example.com/${i}.jpg`),
    );
    table.close();
  });

  it('writes chosen rows again with all columns, types and the order kept', async () => {
    const path = await parquet("it's [odd]*.parquet", 10_000);
    const target = join(folder, 'filtered.parquet');
    const table = await TableFile.open(path);
    const kept = Array.from({ length: 10_000 }, (_, i) => i).filter((i) => i % 3 !== 0);
    await table.copyRows(chosen(10_000, kept), target);
    const original = await allRows(table);
    const filtered = await TableFile.open(target);
    expect(filtered.columns).toEqual(table.columns);
    expect(await allRows(filtered)).toEqual(kept.map((i) => original[i]));
    table.close();
    filtered.close();
  });

  it('writes chosen rows also where one value of bits does not hold as many as there are', async () => {
    const path = await parquet('many.parquet', 10_000);
    const kept = Array.from({ length: 10_000 }, (_, i) => i).filter((i) => i % 3 === 1);
    const table = { path, format: 'parquet' as const, columns: ['URL'], rowCount: 10_000 };
    const connection = await (await DuckDBInstance.create()).connect();
    for (const [rowsAValue, rows] of [
      [1_024, kept],
      [2_500, kept],
      [9_999, [0, 9_998, 9_999]],
    ] as const) {
      const target = join(folder, `many-${rowsAValue}.parquet`);
      await copyRows(connection, table, chosen(10_000, rows), target, rowsAValue);
      const written = await TableFile.open(target);
      expect((await allRows(written)).map(([url]) => url)).toEqual(
        rows.map((i) => `https://example.com/${i}.jpg`),
      );
      written.close();
    }
    connection.closeSync();
  });

  it.each([
    ['no row', [], 10],
    ['every row', [0, 1, 2, 3, 4, 5, 6, 7, 8], 9],
    ['the last row alone', [16], 17],
    ['nothing of nothing', [], 0],
  ])('writes %s', async (_, kept, rows) => {
    const table = await TableFile.open(await parquet(`some-${rows}.parquet`, rows));
    const target = join(folder, `some-of-${rows}.parquet`);
    await table.copyRows(chosen(rows, kept), target);
    const written = await TableFile.open(target);
    expect((await allRows(written)).map(([url]) => url)).toEqual(
      kept.map((i) => `https://example.com/${i}.jpg`),
    );
    table.close();
    written.close();
  });

  it.each(['parquet', 'csv'])(
    'gives the texts of a column of %s in one piece, as its rows hold them',
    async (ending) => {
      const path = join(folder, `texts.${ending}`);
      const connection = await (await DuckDBInstance.create()).connect();
      // Short texts lie in the vector itself, longer ones elsewhere; some come again and again, some are not there.
      await connection.run(
        `COPY (SELECT CASE i % 7 WHEN 0 THEN 'short ' || i WHEN 1 THEN NULL WHEN 2 THEN 'again and again and again ' || (i % 3)
                      WHEN 3 THEN repeat('long ' || i, 400) WHEN 4 THEN '' ELSE 'https://bücher.example/' || i || '/🎨.jpg' END AS url,
                    i AS number, [i] AS list FROM range(40000) r(i)) TO '${path}'`,
      );
      connection.closeSync();
      const table = await TableFile.open(path);
      const texts: string[] = [];
      for await (const packed of table.packedTexts('url') ?? []) {
        packed.ends.forEach((_, at) => texts.push(textAt(packed, at)));
      }
      const rows = await allRows(table);
      expect(texts).toEqual(rows.map(([url]) => url ?? ''));
      if (ending === 'parquet')
        expect([table.packedTexts('number'), table.packedTexts('list')]).toEqual([undefined, undefined]);
      table.close();
    },
  );

  it.each([
    ['rows.csv', 'url,text\nhttps://a.example/1,"two\nlines, ""quoted"""\nhttps://a.example/2,\n', 'quoting'],
    [
      'rows.tsv',
      'url\ttext\nhttps://a.example/1\tsay "no"\nhttps://a.example/2\tyes\n',
      'quotes are plain text',
    ],
    [
      'rows.ndjson',
      '{"url":"https://a.example/1","text":"á"}\n{"url":"https://a.example/2","text":null}\n',
      'JSON',
    ],
    ['rows.txt', 'https://a.example/1?a=1,2\nnot "a" url\n', 'a line is an address, whatever it holds'],
  ])('reads %s and writes it back byte for byte (%s)', async (name, text) => {
    const path = join(folder, name);
    await writeFile(path, text);
    const table = await TableFile.open(path);
    const target = join(folder, `again-${name}`);
    await table.copyRows(chosen(2, [0, 1]), target);
    expect(await readFile(target, 'utf8')).toBe(text);
    table.close();
  });

  it('refuses to write as .tsv what no line of it can hold, and leaves nothing there', async () => {
    const path = join(folder, 'tabs.ndjson');
    await writeFile(
      path,
      '{"url":"https://a.example/1","text":"plain"}\n{"url":"https://a.example/2","text":"a\\tb"}\n',
    );
    const table = await TableFile.open(path);
    const target = join(folder, 'tabs.tsv');
    await table.copyRows(chosen(2, [0]), target);
    expect(await readFile(target, 'utf8')).toBe('url\ttext\nhttps://a.example/1\tplain\n');
    await expect(table.copyRows(chosen(2, [0, 1]), join(folder, 'none.tsv'))).rejects.toThrow(
      'a cell holds a tab',
    );
    await expect(readFile(join(folder, 'none.tsv'))).rejects.toThrow('ENOENT');
    table.close();
  });

  it('reads and writes packed text', async () => {
    const path = join(folder, 'rows.csv.gz');
    await writeFile(path, gzipSync('url,text\nhttps://a.example/1,one\nhttps://a.example/2,two\n'));
    const table = await TableFile.open(path);
    const target = join(folder, 'kept.csv.gz');
    await table.copyRows(chosen(2, [1]), target);
    expect(gunzipSync(await readFile(target)).toString()).toBe('url,text\nhttps://a.example/2,two\n');
    table.close();
  });

  it.each([
    ['missing.parquet', undefined, 'no such file'],
    ['empty.csv', '', 'empty'],
    ['lies.parquet', 'url,text\n', 'does not begin as a Parquet file'],
    ['truncated.parquet', 'PAR1 and nothing more', 'cannot be read'],
    ['picture.exe', 'MZ..', 'its ending is none of'],
    ['broken.ndjson', '{"url": "https://a.example/1"\n{', 'cannot be read'],
  ])('refuses %s with a reason', async (name, content, reason) => {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    const failure = TableFile.open(path).then((table) => allRows(table));
    await expect(failure).rejects.toThrow(UnreadableTable);
    await expect(failure).rejects.toThrow(reason);
  });
});

describe('a damaged table of text', () => {
  const LINES = Array.from({ length: 40_000 }, (_, i) => `https://a.example/${i},caption ${i * 7919}`);
  const CSV = `url,text\n${LINES.join('\n')}\n`;
  const withLine = (place: number, line: string) =>
    `url,text\n${[...LINES.slice(0, place - 2), line, ...LINES.slice(place - 2)].join('\n')}\n`;

  async function read(name: string, content: Buffer | string): Promise<unknown[][]> {
    const path = join(folder, name);
    await writeFile(path, content);
    const table = await TableFile.open(path);
    try {
      return await allRows(table);
    } finally {
      table.close();
    }
  }

  it.each([
    [3, 'https://a.example/x,y.jpg,a comma that no quote protects', 'Line: 3'],
    [30_000, 'https://a.example/x,y.jpg,the same, far behind', 'Line: 30000'],
    [5, 'https://a.example/alone', 'Line: 5'],
    [7, 'https://a.example/1,"never closed', 'Line: 7'],
    [9, 'https://a.example/1,"closed" too early', 'Line: 9'],
  ])('is refused with the number of the line: %d %s', async (place, line, reason) => {
    await expect(read('broken.csv', withLine(place, line))).rejects.toThrow(reason);
  });

  it('is read where a quote stands within a cell', async () => {
    expect(await read('inch.csv', 'url,text\nhttps://a.example/1,6" vase\n')).toEqual([
      ['https://a.example/1', '6" vase'],
    ]);
  });

  it('is refused when it was packed and then cut or changed, at whatever byte', async () => {
    const packed = gzipSync(CSV);
    const changed = Buffer.from(packed);
    changed[packed.length >> 1] = (changed[packed.length >> 1] ?? 0) ^ 0x55;
    for (const bytes of [packed.subarray(0, packed.length >> 1), packed.subarray(0, -1), changed]) {
      await expect(read('broken.csv.gz', bytes)).rejects.toThrow('damaged or was cut short (gzip');
    }
    expect(
      await read('whole.csv.gz', Buffer.concat([packed, gzipSync(`${LINES.join('\n')}\n`)])),
    ).toHaveLength(80_000);
  });

  it('is refused when it was packed by zstd and then cut', async () => {
    const path = join(folder, 'rows.csv.zst');
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `COPY (SELECT i AS url, random() AS text FROM range(50000) r(i)) TO '${path}' (FORMAT csv, COMPRESSION zstd)`,
    );
    connection.closeSync();
    const packed = await readFile(path);
    expect(await read('whole.csv.zst', packed)).toHaveLength(50_000);
    expect(await read('two.csv.zst', Buffer.concat([skippable(9), packed]))).toHaveLength(50_000);
    for (const bytes of [
      packed.subarray(0, packed.length >> 1),
      packed.subarray(0, -1),
      packed.subarray(1),
    ]) {
      await expect(read('broken.csv.zst', bytes)).rejects.toThrow('damaged or was cut short (zstd');
    }
  });

  function skippable(length: number): Buffer {
    const frame = Buffer.alloc(8 + length);
    frame.writeUInt32LE(0x184d2a53, 0);
    frame.writeUInt32LE(length, 4);
    return frame;
  }
});
