import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { findInputs } from '../../src/tables/find-inputs.js';
import { UnreadableTable } from '../../src/tables/unreadable-table.js';
import { npyFloats } from '../support/npy-array.js';
import { tarArchive } from '../support/tar-archive.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-inputs-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: Buffer | string): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function metadata(name: string, rows: number): Promise<void> {
  await put(name, '');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT 'https://a.example/' || i AS url, i AS n FROM range(${rows}) r(i))
       TO '${join(folder, name)}' (FORMAT parquet)`,
  );
  connection.closeSync();
}

const ONE_SAMPLE = tarArchive([{ name: '0.json', data: '{"url":"u"}' }]);

async function named(path: string): Promise<string[]> {
  return (await findInputs(join(folder, path))).map(({ name }) => relative(folder, name));
}

describe('what a path holds', () => {
  it('is itself where it is a file, and each table and shard where it is a folder', async () => {
    await put('mixed/b.csv.gz', '');
    await put('mixed/a.ndjson', '{}');
    await put('mixed/00001.tar', ONE_SAMPLE);
    await put('mixed/00001.parquet', 'belongs to the shard');
    await put('mixed/00001_stats.json', '{}');
    await put('mixed/readme.md', '');
    expect(await named('mixed')).toEqual(['mixed/00001.tar', 'mixed/a.ndjson', 'mixed/b.csv.gz']);
    expect(await named('mixed/a.ndjson')).toEqual(['mixed/a.ndjson']);
  });

  it.each([
    ['flat', '', ''],
    ['nested', 'img_emb/', 'metadata/'],
    ['whole', 'emb/img_emb/', 'emb/metadata/'],
  ])('is metadata and vectors in pairs where it is of clip-retrieval (%s)', async (name, vectors, tables) => {
    for (const number of ['0', '10', '2']) {
      await put(
        `${name}/${vectors}img_emb_${number}.npy`,
        npyFloats([
          [1, 0],
          [0, 1],
        ]),
      );
      await metadata(`${name}/${tables}metadata_${number}.parquet`, 2);
    }
    const inputs = await findInputs(join(folder, name));
    expect(inputs.map((input) => relative(folder, input.name))).toEqual(
      ['0', '2', '10'].map((number) => `${name}/${tables}metadata_${number}.parquet`),
    );
    expect(inputs.every(({ hasVectors }) => hasVectors)).toBe(true);
    const source = await inputs[0]?.open();
    expect(source?.rowCount).toBe(2);
    expect(await source?.vectors?.read(1, 1)).toEqual([Uint16Array.of(0, 0x3c00)]);
    await source?.close();
  });

  it('is refused when vectors and rows are not as many, or one of the two is missing', async () => {
    await put('uneven/img_emb_0.npy', npyFloats([[1, 0]]));
    await metadata('uneven/metadata_0.parquet', 2);
    const [input] = await findInputs(join(folder, 'uneven'));
    await expect(input?.open()).rejects.toThrow('it has 1 vectors, and metadata_0.parquet has 2 rows');
    await put('lone/img_emb_0.npy', npyFloats([[1, 0]]));
    await expect(findInputs(join(folder, 'lone'))).rejects.toThrow('metadata_0.parquet is missing');
    await put('lone/img_emb_1.npy', npyFloats([[1, 0]]));
    await metadata('lone/metadata_0.parquet', 1);
    await metadata('lone/metadata_2.parquet', 1);
    await expect(findInputs(join(folder, 'lone'))).rejects.toThrow('metadata_1.parquet is missing');
  });

  it('is refused when there is nothing to read', async () => {
    await put('nothing/readme.md', '');
    await expect(findInputs(join(folder, 'nothing'))).rejects.toThrow(UnreadableTable);
    await expect(findInputs(join(folder, 'missing'))).rejects.toThrow('there is no such file');
  });
});
