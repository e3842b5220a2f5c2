/**
 * Checks by a snapshot beside what they are measured against, in one run: DuckDB copying the same rows, its anti-join by the text
 * of the address, `new URL` with a `Set`, and a server that gives lines back unread; also what making and opening a snapshot
 * takes, and what a delta does.
 * Usage: node bench/check.mjs --rows FILE.parquet [--keys 1000000] [--count 3000000] [--rounds 3] [--folder FOLDER]
 * With ten million keys: node --max-old-space-size=9000 bench/check.mjs …
 * The rows of the file, which has a column `url` or `URL`, are repeated with other file names until they are so many. What is made is
 * kept in a folder that is named, and not made again the next time.
 *
 * Contenders take turns. Each line says the best of its rounds, and the median, least and greatest of the ratios taken in each.
 *
 * 3 million rows and 10^7 keys, every host of the rows under which something is said (2026-11-30, 2 × AMD EPYC, Node v20.20.2,
 * three other jobs on the machine): plain copy 1,917k rows/s; anti-join 3,672k; `new URL` and a `Set` 720k; answers one by one 100k;
 * `assent check` with rows out 339k, 0.18 (0.13 to 0.21) of a plain copy. POST /v1/check 19k lines/s, 0.05 (0.01 to 0.05) of
 * the echo. 1,204 MiB opened and verified in 1.8 s, 2.05 (1.58 to 3.17) of the rate of `sha256sum`; first answer after 2.3 s, of
 * 10^5 keys 0.7 s.
 *
 * What limits each figure today:
 *
 * 1. Answers. The sieve takes a microsecond an address where all its keys are asked about, most of which it waits for memory.
 *    Seven rows in a hundred carry an address or need a rule; their strings cost 7 µs. A row that somebody answered for takes 50 µs.
 * 2. The command. Nothing is answered before all files that decide were read, hashed and looked through, on as many threads as there are
 *    large files. Then all rows are read a second time to be written.
 * 3. Online. The store is asked about every thousand lines in turn.
 * 4. Making a snapshot. Objects for every voice and holding, and arrays of them to sort.
 * 5. Opening one. SHA-256 over all files, once, and a look at the order of the keys.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine } from './report.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    keys: { type: 'string', default: '1000000' },
    count: { type: 'string', default: '3000000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
  },
});
if (values.rows === undefined) {
  console.error('Name a Parquet file with a column url: node bench/check.mjs --rows FILE.parquet');
  process.exit(2);
}
const [keys, count, rounds] = [values.keys, values.count, values.rounds].map(Number);
/** In the snapshot that is made object by object, as a registry makes it. */
const FEW_KEYS = 100_000;

await buildWhatIsMissing(console.error);
const { deniedAmong, makeRows, readUrls, writeDenied } = await import('./check/made-rows.mjs');
const { layOutTables, makeTables, putSnapshot } = await import('./check/made-snapshot.mjs');
const { measureChecks } = await import('./check/measure-checks.mjs');
const { measureFilter } = await import('./check/measure-filter.mjs');
const { measureOnline } = await import('./check/measure-online.mjs');
const { measureSnapshots } = await import('./check/measure-snapshots.mjs');

const folder =
  values.folder === undefined
    ? await mkdtemp(join(tmpdir(), 'assent-bench-check-'))
    : join(resolve(values.folder), `${count}-${keys}`);
const inFolder = (name) => join(folder, name);
const threads = availableParallelism();
const duckdb = await DuckDBInstance.create(':memory:', { threads: String(threads) });
const sql = await duckdb.connect();

try {
  await mkdir(folder, { recursive: true });
  const made = await makeWhatIsMissing();
  const urls = await readUrls(sql, folder);
  const setting = { sql, rounds, urls, folder, inFolder, made };
  console.log(machineLine());
  console.log(`${urls.length} rows, ${keys} keys, ${rounds} rounds, ${threads} threads`);
  await measureChecks(setting);
  await measureFilter(setting);
  await measureOnline(setting);
  await measureSnapshots(setting);
} finally {
  sql.closeSync();
  duckdb.closeSync();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

/** Rows, what is denied of them, and two snapshots: one of all keys, one of a few. */
async function makeWhatIsMissing() {
  const notes = inFolder('made.json');
  if (existsSync(notes)) return JSON.parse(await readFile(notes, 'utf8'));
  console.error('Making rows and snapshots …');
  await makeRows(sql, { sample: values.rows, count, folder });
  const denied = deniedAmong(await readUrls(sql, folder), keys);
  await writeDenied(sql, denied, folder);
  const { tables: few, ms, delta } = makeTables(denied.slice(-FEW_KEYS));
  const { tables: all, filterMs } = layOutTables(denied);
  await putSnapshot(few, inFolder('few'));
  await putSnapshot(all, inFolder('snapshots'));
  const made = { fewKeys: few.counts.keys, ms, delta, filterMs };
  await writeFile(notes, JSON.stringify(made));
  return made;
}
