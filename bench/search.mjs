/**
 * Search: milliseconds of a page, ours beside the best SQL written by hand for the same question, and the nearest ten vectors beside the same
 * SQL by pgbench and beside usearch, in one run.
 * Usage: BENCH_DATABASE_URL=postgres://… node bench/search.mjs [ROWS] [SAMPLE.parquet] [--vectors NUMBER] [--keep]
 * Makes a database of its own on that server and drops it; with --keep the rows stay, and the next run finds them. 0 rows, or 0
 * vectors, leave that part out. Without the variable only vectors of the embedded database are measured.
 * With a sample, published rows (`URL`, `TEXT`) are multiplied with varied captions; without one, rows are made up.
 *
 * The goals: 0.5 of the SQL by itself at least; all ten under each filter, at recall 0.99. What limits each figure:
 *
 * 1. Words. A page is ranked over every row that holds them, so that time grows with how frequent the words are; the
 *    hand-written SQL ranks too. Ours asks each row in its own language, reads every column of the page, and asks once more for
 *    the stems of the words.
 * 2. Vectors, unfiltered. A transaction for the settings that keep the index in use, which are two more round trips, and which
 *    datasets there are, which is one.
 * 3. Vectors, filtered. Counting what meets the filter, and comparing with each: the answer is exact.
 * 4. Vectors in the embedded database. Every search compares with every vector, in WebAssembly.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine } from './report.mjs';
import { fillCatalogue } from './search/fill-catalogue.mjs';
import { benchWords } from './search/words.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const { benchVectors } = await import('./search/vectors.mjs');
const { openStore } = await import('../dist/server/src/store/open-store.js');

const DIMENSIONS = 512;
const MOST_EMBEDDED = 20_000;

const { values, positionals } = parseArgs({
  options: { vectors: { type: 'string', default: '100000' }, keep: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [rows = '1000000', sample] = positionals;
const vectors = Number(values.vectors);

console.log(`${machineLine()}\n`);
const server = process.env.BENCH_DATABASE_URL;
if (server) await onPostgres(server);
else console.log('BENCH_DATABASE_URL is not set: PostgreSQL is left out.\n');
if (vectors > 0) {
  const store = await openStore({ memory: true });
  await store.migrate();
  await benchVectors('Embedded', store, {
    rows: Math.min(vectors, MOST_EMBEDDED),
    dimensions: DIMENSIONS,
  });
  await store.close();
}

async function onPostgres(server) {
  if (Number(rows) > 0) {
    const name = values.keep ? `assent_bench_search_${rows}` : undefined;
    await inDatabase(server, name, async (store, databaseUrl) => {
      const folder = await mkdtemp(join(tmpdir(), 'assent-bench-'));
      await fillCatalogue(store, { rows: Number(rows), sample, folder });
      await rm(folder, { recursive: true });
      await benchWords(store, databaseUrl);
    });
  }
  if (vectors === 0) return;
  await inDatabase(server, undefined, (store, databaseUrl) =>
    benchVectors('PostgreSQL', store, { rows: vectors, dimensions: DIMENSIONS, databaseUrl }),
  );
}

/** @param kept name of the database where it is to stay */
async function inDatabase(server, kept, work) {
  const name = kept ?? `assent_bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await admin.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const store = await openStore({ databaseUrl });
  try {
    await store.migrate();
    await work(store, databaseUrl);
  } finally {
    await store.close();
    if (kept === undefined) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}
