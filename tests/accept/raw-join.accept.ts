import { expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lookUpAddress } from '../../src/app/consent/look-up-address.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';

/** The texts of every tenth row as a list of noes, and what the rules find of noes for what these rows lie in. */
it('docs/python.md says how much of 10,000 real rows a join on the text of addresses misses', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const file = join(data, 'laion-400m-10k.parquet');
  const read = await connection.runAndReadAll(`SELECT coalesce(URL, '') FROM read_parquet('${file}')`);
  connection.closeSync();
  const rows = read.getRows().map(([cell]) => {
    const looked = lookUpAddress(String(cell));
    return {
      text: String(cell),
      places: looked.ok ? [looked.item.outer, ...looked.item.embedded].flat() : [],
    };
  });
  const tenth = rows.filter(({ places }, at) => at % 10 === 0 && places.length > 0);
  const texts = new Set(tenth.map(({ text }) => text));
  const found = (kind: string) => {
    const denied = new Set(
      tenth.map(({ places }) => places.find((place) => place.kind === kind)?.expression),
    );
    return rows.filter(({ places }) => places.some((one) => one.kind === kind && denied.has(one.expression)))
      .length;
  };
  const joined = rows.filter(({ text }) => texts.has(text)).length;
  const said = (count: number) => count.toLocaleString('en');
  const page = (await readFile('docs/python.md', 'utf8')).replace(/\s+/g, ' ');
  expect(page).toContain(
    `with a no for the folder of every tenth the rules find ${said(found('path'))}, with one for its site ${said(found('domain'))}, ` +
      `and a join on the text of these addresses ${said(joined)}`,
  );
});
