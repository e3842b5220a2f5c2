import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EntrySearch } from '../../../src/app/ports/catalogue.js';
import { searchFor } from '../../support/search-for.js';
import { statementsOf } from '../../support/statements-of.js';
import { dataset, entry } from '../../support/store-records.js';
import { openTestStore } from '../../support/test-store.js';

const FILE = fileURLToPath(new URL('search.sql', import.meta.url));
const store = await openTestStore();
let datasetId = 0;

beforeAll(async () => {
  datasetId = (await store.datasets.ensure(dataset())).id;
  const row = entry('gallery.example/old/1.jpg', 'Watercolor of a lighthouse', { author: 'Marta Quill' });
  await store.entries.addBatch(datasetId, [row]);
});
afterAll(() => store.close());

const ALL_FILTERS: EntrySearch['filter'] = {
  datasetIds: [1],
  hosts: ['gallery.example'],
  sizes: ['medium', 'very-large'],
  width: { least: 1 },
  height: { most: 9_000 },
  aesthetic: { least: 5, most: 7 },
  similarity: { least: 0.3 },
  pwatermark: { most: 0.5 },
  punsafe: { most: 0.5 },
  licences: ['cc0'],
  languages: ['es'],
};

const SEARCHES: readonly (readonly [string, EntrySearch])[] = [
  ['words, of which one is widened, and an exclusion', searchFor('watercolor light* -poster')],
  ['an author', searchFor('author:"Marta Quill"')],
  ['a word that no row holds: a part of a host, then its spelling', searchFor('allery')],
  ['a domain', searchFor('domain:gallery.example')],
  ['the beginning of an address', searchFor('url:https://gallery.example/old/')],
  ['a part of an address', searchFor('url:old/1')],
  ['words and every filter, by score', searchFor('lighthouse', { filter: ALL_FILTERS, sort: 'aesthetic' })],
  ['by size', searchFor('lighthouse', { sort: 'size' })],
  ['by arrival', searchFor('lighthouse', { sort: 'newest' })],
  ['everything that a dataset holds', searchFor('', { datasetId: 1 })],
  ['everything that a dataset holds, by score', searchFor('', { datasetId: 1, sort: 'aesthetic' })],
  ['everything that a dataset holds, by size', searchFor('', { datasetId: 1, sort: 'size' })],
];

/** Every statement of a first page, of the next one, and of the counts, as they go to the database. */
async function sqlOf(search: EntrySearch): Promise<string[]> {
  const statements = await statementsOf(store.dataSource, async () => {
    const page = await store.entries.search(search, { first: 24 });
    const [row] = page.rows;
    if (row) await store.entries.search(search, { first: 24, after: row.cursor });
    await store.entries.facets(search, page.foundBy, [datasetId]);
  });
  return statements.map(({ sql }) => sql).filter((sql) => /entries|to_tsquery/.test(sql));
}

it('searches by the SQL that is kept beside this suite for review', async () => {
  const parts = [
    '-- What searches ask the database. Written by tests/store/search/search-sql.test.ts with ASSENT_WRITE_SQL=yes; read before it is committed.',
  ];
  const seen = new Set<string>();
  for (const [title, search] of SEARCHES) {
    const fresh = (await sqlOf(search)).filter((sql) => !seen.has(sql));
    for (const sql of fresh) seen.add(sql);
    parts.push(`-- ${title}`, ...new Set(fresh.map((sql) => `${dedented(sql)};`)));
  }
  const text = `${parts.join('\n\n')}\n`;
  if (process.env['ASSENT_WRITE_SQL'] === 'yes') await writeFile(FILE, text);
  expect(text).toBe(await readFile(FILE, 'utf8'));
});

function dedented(sql: string): string {
  const lines = sql.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.slice(1).map((line) => line.search(/\S/)), 99);
  return lines.map((line, at) => (at === 0 ? line.trimStart() : line.slice(indent)).trimEnd()).join('\n');
}
