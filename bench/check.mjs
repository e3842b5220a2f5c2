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
 * five rounds, nothing else running): plain copy 3,539k rows/s, on one thread 2,513k; anti-join 6,432k; `new URL` and a `Set` 787k;
 * rows to a bitmap, the snapshot open, 1,210k, 0.35 (0.27 to 0.41) of a plain copy, and 0.18 (0.15 to 0.21) of the anti-join; the command
 * with its report alone, starting and verifying 1.2 GB included, 886k, 0.26 (0.24 to 0.32), from lines of text 802k, 0.25 (0.23 to 0.29);
 * with rows out, which adds a copy, 698k, 0.21 (0.19 to 0.25); answers one by one 105k. POST /v1/check 33k lines/s, 0.02 (0.02 to 0.02) of the
 * echo. 1,208 MiB opened and verified in 0.7 s, 3.41 (3.09 to 3.49) of the rate of `sha256sum`; first answer after 0.6 s, of 10^5 keys 0.3 s.
 *
 * Where the command's time goes with rows out, in seconds of one core, of 6.3 in all: a plain copy takes 1.4. The sieve 1.5; writing 1.5; reading
 * addresses 0.9; the rules, for 3.5 rows in a hundred, 0.9, and 0.4 to compile them; collecting garbage 0.5; reading and hashing keys, filters and
 * pages 0.6; starting 0.2.
 *
 * What limits each figure today:
 *
 * 1. Answers. The sieve takes 0.4 µs where the keys of an address are asked about but those of its host: a fifth of it reads characters, two fifths
 *    hash, a third waits for memory. Rows that it leaves take 7 µs to be read by the rules, those where somebody answered 10 µs.
 * 2. The command. Nothing is answered before all keys were read and hashed. Then all rows are read a second time to be written, which is one
 *    more copy.
 * 3. Online. The store is asked about every thousand lines in turn; no snapshot answers there.
 * 4. Making a snapshot. Objects for every voice and holding, and arrays of them to sort.
 * 5. Opening one. SHA-256 over the largest file, in one thread.
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
