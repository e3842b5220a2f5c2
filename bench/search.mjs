/**
 * Search: milliseconds of a page, ours beside the best SQL written by hand for the same question, in one run.
 * Usage: BENCH_DATABASE_URL=postgres://… node bench/search.mjs [ROWS] [SAMPLE.parquet] [--keep]
 * Makes a database of its own on that server and drops it; with --keep it stays, and the next run finds it.
 * With a sample, published rows (`URL`, `TEXT`) are multiplied with varied captions; without one, rows are made up.
 *
 * What limits each figure: a page by words is ranked over every row that holds them, so that time grows with how frequent the
 * words are; the hand-written SQL ranks too. Ours asks each row in its own language, reads every column of the page, and
 * asks once more for the stems of the words. Parts are in folders of bench/search: words now; vectors get one of their own.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine } from './report.mjs';
import { fillCatalogue } from './search/fill-catalogue.mjs';
import { benchWords } from './search/words.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const { openStore } = await import('../dist/server/src/store/open-store.js');

const [rows = '1000000', sample] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isKept = process.argv.includes('--keep');
const server = process.env.BENCH_DATABASE_URL;
if (!server) {
  console.log('BENCH_DATABASE_URL is not set: a million rows are no task for the embedded database.');
  process.exit();
}

console.log(`${machineLine()}\n`);
const name = isKept ? `assent_bench_search_${rows}` : `assent_bench_${randomUUID().replaceAll('-', '')}`;
const admin = new pg.Client(server);
await admin.connect();
const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
if (rowCount === 0) await admin.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const folder = await mkdtemp(join(tmpdir(), 'assent-bench-'));
const store = await openStore({ databaseUrl });
try {
  await store.migrate();
  await fillCatalogue(store, { rows: Number(rows), sample, folder });
  await benchWords(store, databaseUrl);
} finally {
  await store.close();
  if (!isKept) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  await rm(folder, { recursive: true });
}
