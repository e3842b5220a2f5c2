import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate as turn } from 'node:timers/promises';
import { textAt } from '../../src/app/check/text-at.js';
import { TextPacker } from '../../src/tables/text-packer.js';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});
afterAll(() => {
  connection.closeSync();
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('gives texts as they were when they were added, though nobody else holds their chunk and its memory is wanted', async () => {
  const rows = 3 * 2_048;
  const text = (row: number, of: string) => `https://${of}.example/a-picture-with-a-long-name/${row}.jpg`;
  const select = (of: string) =>
    `SELECT 'https://${of}.example/a-picture-with-a-long-name/' || range || '.jpg' FROM range(${rows})`;
  const packer = new TextPacker();
  const stream = await connection.stream(select('asked'));
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    packer.add(chunk);
  }
  for (let round = 0; round < 5; round += 1) {
    collectGarbage();
    await turn();
    await connection.runAndReadAll(select('other'));
  }
  const packed = packer.take();
  const texts = Array.from(packed.starts, (_, at) => textAt(packed, at));
  expect(texts).toEqual(Array.from({ length: rows }, (_, row) => text(row, 'asked')));
});
