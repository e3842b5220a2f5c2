/**
 * Checks by a snapshot beside what they are measured against, in one run: DuckDB copying the same rows, its anti-join by the text
 * of the address, and `new URL` with a `Set`; also what making and opening a snapshot takes, and what a delta does.
 * Usage: node bench/check.mjs --rows FILE.parquet [--keys 1000000] [--count 3000000]
 * With ten million keys: node --max-old-space-size=9000 bench/check.mjs …
 * The rows of the file, which has a column `url` or `URL`, are repeated with other file names until they are so many.
 *
 * 3 million rows and 10^7 keys, every host of the rows under which something is said (2026-11-30, 2 × AMD EPYC, Node v20.20.2,
 * other work on the machine): plain copy 1034k rows/s; anti-join 1751k; `new URL` and a `Set` 430k; answers one by one 42k;
 * `assent check` with rows out 134k, 0.13 of a plain copy; opening 4.0 s. With 2·10^5 keys, before the sieve was written out: 0.19.
 *
 * What limits each figure today:
 *
 * 1. Answers. The sieve takes 0.2 µs an address where nothing is said under its host and 0.5 µs where all its keys are asked about.
 *    Seven rows in a hundred carry an address or need a rule; their strings cost as much again. A row that somebody answered for
 *    goes the whole road, 30 µs.
 * 2. The command. Nothing is answered before all files that decide were read, hashed and looked through, on as many threads as there are
 *    large files; of 10^7 keys that takes as long as answering 3 million rows. Then all rows are read a second time to be written.
 * 3. Making a snapshot. Objects for every voice and holding, and arrays of them to sort.
 * 4. Opening one. SHA-256 over all files, once, and a look at the order of the keys.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { DuckDBInstance } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, timed } from './report.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    keys: { type: 'string', default: '1000000' },
    count: { type: 'string', default: '3000000' },
  },
});
if (values.rows === undefined) {
  console.error('Name a Parquet file with a column url: node bench/check.mjs --rows FILE.parquet');
  process.exit(2);
}
const KEYS = Number(values.keys);
const COUNT = Number(values.count);
const ROUNDS = 3;
const BATCH = 8_192;
const MADE_KEYS = 100_000;
/** Rows that are asked about as strings, which takes long. */
const ONE_BY_ONE = 10 * BATCH;

await buildWhatIsMissing(console.error, { pages: false });
const built = (path) => import(`../dist/server/src/${path}.js`);
const { openSnapshot } = await built('app/snapshots/find-snapshot');
const { snapshotAnswers } = await built('app/snapshots/snapshot-answers');
const { encodeUtf8 } = await built('core/bytes/utf8');
const { encodeBlock } = await built('core/snapshot/block-bytes');
const { buildTables, encodeFilterOf } = await built('core/snapshot/build-tables');
const { formatLatest } = await built('core/snapshot/latest-note');
const { encodeDelta } = await built('core/snapshot/snapshot-delta');
const { formatManifest } = await built('core/snapshot/snapshot-manifest');
const { openTables } = await built('core/snapshot/snapshot-tables');
const { formatCheckpoint } = await built('core/tlog/checkpoint');
const { canonicalUrl } = await built('core/url/canonical-url');
const { urlKey } = await built('core/url/url-key');
const { keyringOf } = await built('log-key/log-keyring');
const { verifyEd25519 } = await built('log-key/node-ed25519');
const { nodeSha256 } = await built('log-key/node-sha256');
const { formatPrivateKey, parsePrivateKey } = await built('log-key/private-key-text');
const { snapshotFolderAt } = await built('snapshot-files/snapshot-folder');

const hex = (bytes) => createHash('sha256').update(bytes).digest('hex');
const folder = await mkdtemp(join(tmpdir(), 'assent-bench-check-'));
const duckdb = await DuckDBInstance.create(':memory:', { threads: '1' });
const sql = await duckdb.connect();
const rowsFile = join(folder, 'rows.parquet');

try {
  console.log(machineLine());
  await makeRows();
  const urls = await readUrls();
  const denied = deniedAmong(urls);
  // What is made and compared object by object is made of so many; the files for the rest are laid out by hand below.
  const { tables: few, ms: makeMs, delta } = makeTables(denied.slice(-MADE_KEYS));
  const tables = denied.length > MADE_KEYS ? layOut(denied) : few;
  const files = [...few.files];
  const bytes = files.reduce((sum, [, file]) => sum + file.length, 0);
  const bits = ((few.files.get('filter.bin').length - 32) * 8) / few.counts.keys;
  line(
    'making a snapshot',
    `${few.counts.keys} keys in ${(makeMs / 1000).toFixed(1)} s, ${bytes} bytes, filter ${bits.toFixed(2)} bits a key`,
  );
  line(
    'a delta',
    `${delta.keys} changed keys: ${(delta.overlay / delta.keys).toFixed(1)} bytes a key of overlay, ${(delta.bytes / delta.keys).toFixed(1)} with what was said`,
  );
  const key = await putSnapshot(tables);
  await compare(urls, denied, key);
} finally {
  sql.closeSync();
  duckdb.closeSync();
  await rm(folder, { recursive: true, force: true });
}

function line(what, figure) {
  console.log(`${what.padEnd(34)} ${figure}`);
}

async function makeRows() {
  const [column] = (await sql.runAndReadAll(`DESCRIBE SELECT * FROM '${values.rows}'`))
    .getRows()
    .map(([name]) => name)
    .filter((name) => name.toLowerCase() === 'url');
  const [[sample]] = (await sql.runAndReadAll(`SELECT count(*) FROM '${values.rows}'`)).getRows();
  // The whole sample again and again, as rows of many hosts lie beside each other.
  await sql.run(
    `COPY (SELECT "${column}" || CASE WHEN n = 0 THEN '' ELSE '-' || n END AS url, n * ${sample} + place AS id ` +
      `FROM (SELECT *, row_number() OVER () - 1 AS place FROM '${values.rows}') rows, ` +
      `range(0, ${Math.ceil(COUNT / Number(sample))}) numbers(n) ORDER BY id LIMIT ${COUNT}) TO '${rowsFile}' (FORMAT parquet)`,
  );
}

async function readUrls() {
  const read = await sql.runAndReadAll(`SELECT url FROM '${rowsFile}'`);
  return read.getColumns()[0].map((url) => url ?? '');
}

/**
 * One row in 101, so that something is said under every host of the sample and no row is spared the look at its keys; and as
 * many others as are wanted, on hosts of their own as denials mostly are.
 */
function deniedAmong(urls) {
  const denied = new Set();
  for (let at = 0; at < urls.length && denied.size < KEYS / 2; at += 101) {
    const canonical = canonicalUrl(urls[at]);
    if (canonical.ok) denied.add(canonical.url);
  }
  for (let number = 0; denied.size < KEYS; number += 1)
    denied.add(`artist-${number % 50_000}.example/works/${number}.jpg`);
  return [...denied];
}

function* blocksOf(expressions) {
  for (const [index, expression] of expressions.entries()) {
    const digest = nodeSha256(encodeUtf8(expression));
    const id = bytesToHex(digest);
    const voice = {
      ...{ kind: 'url', id, index, claimant: id.slice(0, 32), capacity: 'author', use: 'train-ai' },
      ...{ preference: 'deny', basis: 'own-right', ownWorks: true },
    };
    const block = { places: [voice], works: [], holdings: [], contentClaimants: [] };
    yield { key: urlKey(expression), digest, recognition: undefined, block };
  }
}

function makeTables(expressions) {
  const root = new Uint8Array(32).fill(1);
  const known = new Map(expressions.map((text) => [hex(text), text]));
  const parts = { expressionOf: (digest) => known.get(digest), root, sha256: nodeSha256 };
  const started = performance.now();
  const tables = buildTables({ ...parts, blocks: blocksOf(expressions) });
  const ms = performance.now() - started;
  if (expressions.length === 0) return { tables };
  const fewer = buildTables({ ...parts, blocks: blocksOf(expressions.slice(0, -1_000)) });
  const [to, from] = [tables, fewer].map(
    ({ files }) => openTables((name) => files.get(name), nodeSha256).tables,
  );
  const { bytes, keys } = encodeDelta(from, to);
  return { tables, ms, delta: { keys, bytes: bytes.length, overlay: 16 + 28 * keys } };
}

/** The same files as `makeTables` makes, of one block with other digests: ten million blocks as objects are more than memory holds. */
function layOut(expressions) {
  const root = new Uint8Array(32).fill(1);
  const count = expressions.length;
  const [{ block }] = blocksOf(expressions.slice(0, 1));
  const template = encodeBlock(block);
  const keys = new BigUint64Array(count);
  const digests = new Uint8Array(32 * count);
  const hosts = new Set();
  for (let at = 0; at < count; at += 1) {
    const text = expressions[at];
    keys[at] = urlKey(text);
    digests.set(nodeSha256(encodeUtf8(text)), 32 * at);
    hosts.add(text.slice(0, text.indexOf('/') + 1));
  }
  const order = byKey(keys);
  const rows = new DataView(new ArrayBuffer(16 + 28 * count));
  const records = new Uint8Array(16 + template.length * count);
  new Uint8Array(rows.buffer).set(encodeUtf8('ASSENTK1'));
  rows.setBigUint64(8, BigInt(count), true);
  records.set(encodeUtf8('ASSENTR1'));
  for (let at = 0; at < count; at += 1) {
    const digest = digests.subarray(32 * order[at], 32 * order[at] + 32);
    const blockAt = 16 + template.length * at;
    rows.setBigUint64(16 + 8 * at, keys[order[at]], true);
    rows.setUint32(16 + 8 * count + 4 * at, blockAt / 8, true);
    new Uint8Array(rows.buffer).set(digest.subarray(0, 16), 16 + 12 * count + 16 * at);
    records.set(template, blockAt);
    // The id, then the pseudonym, of the one voice.
    records.set(digest, blockAt + 24);
    records.set(digest.subarray(0, 16), blockAt + 56);
  }
  const filter = (name, of) => encodeFilterOf(name, of, 16, root, nodeSha256);
  const nothing = makeTables([]).tables.files;
  const files = new Map([
    ...nothing,
    ['filter.bin', filter('filter.bin', keys)],
    ['hosts.bin', filter('hosts.bin', [...hosts].map(urlKey))],
    ['records.bin', records],
    ['rows.bin', new Uint8Array(rows.buffer)],
  ]);
  return { files, counts: { keys: count, voices: count, hosts: hosts.size, strays: 0 } };
}

/** Numbers of keys in the order of the keys, by their uppermost bits first. */
function byKey(keys) {
  const bucketOf = (key) => Number(key >> 44n);
  const starts = new Uint32Array(2 ** 20 + 1);
  for (const key of keys) starts[bucketOf(key) + 1] += 1;
  for (let bucket = 0; bucket < 2 ** 20; bucket += 1) starts[bucket + 1] += starts[bucket];
  const next = starts.slice();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) order[next[bucketOf(keys[at])]++] = at;
  for (let bucket = 0; bucket < 2 ** 20; bucket += 1) {
    const part = order.subarray(starts[bucket], starts[bucket + 1]);
    if (part.length > 1) part.sort((a, b) => (keys[a] < keys[b] ? -1 : 1));
  }
  return order;
}

/** As a registry would, but for the log: nobody looks at its leaves here. */
async function putSnapshot({ files, counts }) {
  const origin = 'registry.example/bench';
  const keyring = keyringOf(
    [parsePrivateKey(formatPrivateKey(origin, new Uint8Array(32).fill(9)))],
    undefined,
  );
  const keys = keyring.held();
  const now = new Date().toISOString();
  const all = [...files, ['terms.ndjson', new Uint8Array()]].sort(([a], [b]) => (a < b ? -1 : 1));
  const target = snapshotFolderAt(join(folder, 'snapshots'));
  const draft = await target.draft(KEYS, { isResumed: false });
  for (const [name, bytes] of all) await draft.write(name, bytes);
  const checkpoint = keyring.sign(
    formatCheckpoint({ origin, size: KEYS, root: new Uint8Array(32).fill(1), extensions: [] }),
    keys,
  );
  const manifest = formatManifest({
    ...{ v: 1, type: 'assent-snapshot', origin, size: KEYS, checkpoint, loggedAt: now, builtAt: now },
    ...{ rules: 1, canonicalUrl: 1, licence: 'CC0-1.0', lostLeaves: [], keys, counts: { ...counts, yes: 0 } },
    ...{ rangeDigits: 2, deltas: [] },
    files: all.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hex(bytes) })),
  });
  const note = encodeUtf8(keyring.sign(manifest, keys));
  await draft.write('manifest', note);
  await draft.finish();
  const latest = { v: 1, type: 'assent-latest', origin, size: KEYS, manifest: hex(note), at: now };
  await target.point(encodeUtf8(JSON.stringify({ note: keyring.sign(formatLatest(latest), keys) })));
  return keys[0];
}

async function compare(urls, denied, key) {
  const trust = { keys: [key], sha256: nodeSha256, verify: verifyEd25519 };
  const source = snapshotFolderAt(join(folder, 'snapshots'));
  let opened;
  const openNs = await timed(async () => (opened = await openSnapshot(source, trust)));
  line('opening it', `${(openNs / 1e6).toFixed(0)} ms`);
  const answers = snapshotAnswers(opened, { uses: ['train-ai'] }, () => new Date());
  await sql.run('CREATE TABLE denied (url VARCHAR)');
  const appender = await sql.createAppender('denied');
  for (const text of denied) {
    appender.appendVarchar(`http://${text}`);
    appender.endRow();
  }
  appender.closeSync();
  const set = new Set(denied.map((text) => `http://${text}`));
  const command = fileURLToPath(new URL('../bin/assent.mjs', import.meta.url));
  const args = [
    'check',
    rowsFile,
    '--use',
    'train-ai',
    '--snapshot',
    join(folder, 'snapshots'),
    '--key',
    key,
  ];
  const contenders = {
    'DuckDB, plain copy': () =>
      sql.run(`COPY (SELECT * FROM '${rowsFile}') TO '${folder}/copy.parquet' (FORMAT parquet)`),
    'DuckDB, anti-join': () => sql.run(`SELECT count(*) FROM '${rowsFile}' ANTI JOIN denied USING (url)`),
    'new URL and a Set': () =>
      urls.reduce((found, url) => found + (URL.canParse(url) && set.has(new URL(url).href) ? 1 : 0), 0),
    'answers by snapshot': async () => {
      for (let at = 0; at < ONE_BY_ONE; at += BATCH) {
        await answers.check(urls.slice(at, at + BATCH).map((address) => ({ address })));
      }
    },
    'assent check, rows out': () =>
      execFileSync(process.execPath, [command, ...args, '--out', join(folder, 'kept.parquet')], {
        stdio: 'ignore',
      }),
  };
  const best = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const share = name === 'answers by snapshot' ? urls.length / ONE_BY_ONE : 1;
      const ms = ((await timed(run)) / 1e6) * share;
      best[name] = Math.min(best[name] ?? Infinity, ms);
    }
  }
  const copy = best['DuckDB, plain copy'];
  for (const [name, ms] of Object.entries(best)) {
    line(
      name,
      `${Math.round(urls.length / ms)
        .toString()
        .padStart(6)}k rows/s, ${(copy / ms).toFixed(3)} of a plain copy`,
    );
  }
}
