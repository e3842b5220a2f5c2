/**
 * Ingestion: rows a second from a Parquet file to a dataset that can be searched, against `psql \copy` of a ready TSV of the same
 * rows into a like table, in one run. Usage: BENCH_DATABASE_URL=postgres://… node bench/ingest.mjs [ROWS] [ROUNDS]
 * Makes a database of its own on that server and drops it; without the variable only the embedded database is measured.
 *
 * The goal is 0.4 of `\copy` at least. What limits each figure:
 *
 * 1. Rows alone, the key as the only index. The server's own work for each row, above all the search words, which both make: a
 *    table without them takes rows several times faster, as the third line shows. Beyond that we read Parquet, make each
 *    address canonical, hash it twice and ask which rows are held already; most of that happens while the server works.
 * 2. Until the rows can be searched. The indexes over words and trigrams, which take as long to build for both.
 * 3. Vectors. Each is known by the key of its row, and those that are held already are asked for first.
 * 4. The embedded database. PostgreSQL in WebAssembly, in the same thread that reads the rows, so that nothing overlaps.
 */
import { Blob, Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, median, spread, timed } from './report.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const built = (path) => import(`../dist/server/src/${path}.js`);
const { ingestTable } = await built('app/catalogue/ingest/ingest-table');
const { nodeSha256 } = await built('log-key/node-sha256');
const { halfFloat } = await built('core/bytes/half-float');
const { openPglite } = await built('store/pglite-database');
const { openStore } = await built('store/open-store');
const { TableFile } = await built('tables/table-file');

const ROWS = Number(process.argv[2] ?? 200_000);
const EMBEDDED_ROWS = Math.min(ROWS, 20_000);
const ROUNDS = Number(process.argv[3] ?? 3);
/** Into a table that has its indexes rows come so slowly that beyond this the other ways are enough. */
const MOST_INDEXED_ROWS = 500_000;
const VECTORS = 20_000;
const DIMENSIONS = 512;
const VECTOR_BATCH = 4_096;
/** What a row brings; the words are the server's own to make. */
const COLUMNS =
  `dataset_id, url_key, row_id, ordinal, url, canonical, host, caption, stems, author, width, height, similarity,
  aesthetic, punsafe, pwatermark, nsfw, language, licence, md5, sha256, extra`.replaceAll(/\s+/g, ' ');
const WORDS = `watercolor painting of a red boat harbour vintage photo portrait landscape oil canvas print poster blue tulips
  garden morning light woman dog cat city street mountain river wedding dress shoes kitchen table lamp wood black`;

const folder = await mkdtemp(join(tmpdir(), 'assent-bench-'));
console.log(`${machineLine()}\n`);
try {
  const server = process.env.BENCH_DATABASE_URL;
  if (server) await onPostgres(server, await writeRows(ROWS));
  else console.log('BENCH_DATABASE_URL is not set: PostgreSQL is left out.\n');
  await onEmbedded(await writeRows(EMBEDDED_ROWS));
} finally {
  await rm(folder, { recursive: true });
}

/** Rows as LAION publishes them, captions of 5 to 13 words, one word in forty a rare one. */
async function writeRows(count) {
  const path = join(folder, `${count}.parquet`);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const words = `[${WORDS.split(/\s+/)
    .map((word) => `'${word}'`)
    .join(', ')}]`;
  await connection.run(
    `COPY (SELECT i AS "SAMPLE_ID",
                  'https://host-' || hash(i) % 20011 || '.example/images/' || hash(i * 7) % 1000 || '/' || md5(i::VARCHAR) || '.jpg' AS "URL",
                  list_transform(range(5 + (hash(i * 3) % 9)::INT), lambda x:
                    ${words}[1 + (hash(i * 31 + x) % 34)::INT] ||
                    CASE WHEN hash(i + x) % 40 = 0 THEN (hash(i * x) % 50000)::VARCHAR ELSE '' END).array_to_string(' ') AS "TEXT",
                  200 + (hash(i) % 2000)::INT AS "HEIGHT", 200 + (hash(i + 1) % 2000)::INT AS "WIDTH",
                  '?' AS "LICENSE", 'UNLIKELY' AS "NSFW", 0.28 + (hash(i) % 1000) / 10000.0 AS similarity
             FROM range(${count}) r(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 100000)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}

/** All that ingesting asks of a registry. */
function registryOver(store) {
  return { store, clock: () => new Date(), random: { uuid: randomUUID }, sha256: nodeSha256 };
}

/** Seconds of a load, and of opening what it loaded. */
async function ingest(store, path, slug) {
  const source = await TableFile.open(path, { memory: '256MB' });
  let datasetId;
  const load = await timed(async () => {
    const dataset = { slug, title: slug, isDemo: false };
    const done = await ingestTable(registryOver(store), { dataset, source, leavesClosed: true });
    datasetId = done.dataset.id;
  });
  source.close();
  const open = await timed(() => store.datasets.open(datasetId));
  return { load: load / 1e9, open: open / 1e9, datasetId };
}

async function onPostgres(server, path) {
  const name = `assent_bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const store = await openStore({ databaseUrl: url });
  try {
    await store.migrate();
    const tsv = join(folder, 'rows.tsv');
    const rounds = [];
    const first = ROWS > MOST_INDEXED_ROWS ? 1 : 0;
    for (let round = first; round <= ROUNDS; round++) {
      const ours = await ingest(store, path, `round-${round}`);
      if (round === first)
        psql(url, `\\copy (SELECT ${COLUMNS} FROM entries_${ours.datasetId} ORDER BY ordinal) TO '${tsv}'`);
      const peer = await copyInto(store, url, tsv);
      await store.datasets.drop(ours.datasetId);
      // Round 0 warms up both; what takes minutes needs none.
      if (round > 0) rounds.push({ ours, peer });
    }
    reportPostgres(rounds);
    await onVectors(store, url);
  } finally {
    await store.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

/** Seconds of `\copy` into tables like `entries`: as ours is filled, with its indexes built behind; with them from the start; and bare. */
async function copyInto(store, url, tsv) {
  const run = (sql) => store.dataSource.query(sql);
  const copy = async (make) => {
    await run('DROP TABLE IF EXISTS peer');
    await run(make);
    return (await timed(() => psql(url, `\\copy peer (${COLUMNS}) FROM '${tsv}'`))) / 1e9;
  };
  const bare = await copy('CREATE TABLE peer AS SELECT * FROM entries WITH NO DATA');
  const indexed =
    ROWS > MOST_INDEXED_ROWS ? undefined : await copy('CREATE TABLE peer (LIKE entries INCLUDING ALL)');
  const load = await copy(
    'CREATE TABLE peer (LIKE entries INCLUDING GENERATED, PRIMARY KEY (dataset_id, url_key, row_id))',
  );
  const indexes = await run(
    `SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'entries'::regclass AND NOT indisprimary`,
  );
  const build = await timed(async () => {
    for (const { definition } of indexes)
      await run(definition.replace(/INDEX \S+ ON ONLY \S+/, 'INDEX ON peer'));
  });
  await run('DROP TABLE peer');
  return { bare, indexed, load, build: build / 1e9 };
}

function reportPostgres(rounds) {
  const rate = (seconds) =>
    `${Math.round(ROWS / median(seconds))
      .toLocaleString('en-GB')
      .padStart(9)} rows/s`;
  const of = (pick) => rounds.map(pick);
  const line = (title, ours, peer) =>
    console.log(
      `${title.padEnd(44)}${rate(of(ours))}   \\copy ${rate(of(peer))}   × ${spread(rounds.map((r) => peer(r) / ours(r)))}`,
    );
  console.log(`PostgreSQL, ${ROWS.toLocaleString('en-GB')} rows from Parquet, ${rounds.length} rounds`);
  line(
    'rows alone, with the key',
    ({ ours }) => ours.load,
    ({ peer }) => peer.load,
  );
  line(
    'until searchable, indexes built behind',
    ({ ours }) => ours.load + ours.open,
    ({ peer }) => peer.load + peer.build,
  );
  if (ROWS <= MOST_INDEXED_ROWS)
    line(
      'until searchable, \\copy with all indexes',
      ({ ours }) => ours.load + ours.open,
      ({ peer }) => peer.indexed,
    );
  line(
    'rows alone, \\copy without key and words',
    ({ ours }) => ours.load,
    ({ peer }) => peer.bare,
  );
  console.log();
}

/** Vectors as folders of clip-retrieval hold them, against `\\copy` of the same as text. */
async function onVectors(store, url) {
  const { id } = await store.datasets.ensure({
    slug: 'vectors',
    title: 'vectors',
    isDemo: false,
    createdAt: new Date(),
  });
  const model = await store.embeddings.ensureModel({ name: 'bench', revision: '1', dimensions: DIMENSIONS });
  const rows = Array.from({ length: VECTORS }, (_, at) => vectorRow(at));
  const tsv = join(folder, 'vectors.tsv');
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await store.dataSource.query(`TRUNCATE embeddings_${id}`);
    const ours = await timed(async () => {
      for (let from = 0; from < VECTORS; from += VECTOR_BATCH)
        await store.embeddings.addBatch(id, model.id, rows.slice(from, from + VECTOR_BATCH));
    });
    if (round === 0) psql(url, `\\copy embeddings_${id} TO '${tsv}'`);
    await store.dataSource.query(
      `DROP TABLE IF EXISTS peer; CREATE TABLE peer (LIKE embeddings_${id} INCLUDING ALL)`,
    );
    const peer = await timed(() => psql(url, `\\copy peer FROM '${tsv}'`));
    if (round > 0) rounds.push({ ours, peer });
  }
  const rate = (pick) => Math.round((VECTORS / median(rounds.map(pick))) * 1e9).toLocaleString('en-GB');
  console.log(
    `PostgreSQL, ${VECTORS.toLocaleString('en-GB')} vectors of ${DIMENSIONS} half floats: ${rate(({ ours }) => ours)} rows/s   ` +
      `\\copy of text ${rate(({ peer }) => peer)} rows/s   × ${spread(rounds.map(({ ours, peer }) => peer / ours))}\n`,
  );
}

function vectorRow(at) {
  const rowId = new Uint8Array(createHash('sha256').update(String(at)).digest().subarray(0, 16));
  const vector = Uint16Array.from({ length: DIMENSIONS }, (_, place) =>
    halfFloat(Math.sin(at * 31 + place * 7)),
  );
  return { urlKey: new DataView(rowId.buffer).getBigUint64(0), rowId, vector };
}

/** The embedded database against COPY of the same TSV by itself. */
async function onEmbedded(path) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const dataDir = join(folder, `embedded-${round}`);
    const store = await openStore({ dataDir });
    await store.migrate();
    const ours = await ingest(store, path, 'bench');
    const rows = await store.dataSource.query(
      `SELECT ${COLUMNS} FROM entries_${ours.datasetId} ORDER BY ordinal`,
    );
    await store.close();
    const peer = await copyEmbedded(dataDir, textOf(rows));
    if (round > 0) rounds.push({ ours, peer });
  }
  const rate = (pick) => Math.round(EMBEDDED_ROWS / median(rounds.map(pick))).toLocaleString('en-GB');
  console.log(`Embedded, ${EMBEDDED_ROWS.toLocaleString('en-GB')} rows from Parquet, ${ROUNDS} rounds`);
  console.log(
    `rows alone ${rate(({ ours }) => ours.load)} rows/s, COPY of text ${rate(({ peer }) => peer)} rows/s, ` +
      `× ${spread(rounds.map(({ ours, peer }) => peer / ours.load))}; until searchable ${rate(({ ours }) => ours.load + ours.open)} rows/s`,
  );
}

async function copyEmbedded(dataDir, text) {
  const database = await openPglite({ dataDir });
  await database.lite.query(
    'CREATE TABLE peer (LIKE entries INCLUDING GENERATED, PRIMARY KEY (dataset_id, url_key, row_id))',
  );
  const seconds = await timed(() =>
    database.lite.query(`COPY peer (${COLUMNS}) FROM '/dev/blob'`, [], { blob: new Blob([text]) }),
  );
  await database.dataSource.destroy();
  return seconds / 1e9;
}

/** Rows in COPY's text format; the bench's own rows hold nothing that must be escaped. */
function textOf(rows) {
  const cell = (value) => {
    if (value === null) return '\\N';
    if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return rows.map((row) => `${Object.values(row).map(cell).join('\t')}\n`).join('');
}

function psql(url, command) {
  const { status, stderr, error } = spawnSync('psql', [url, '-qX', '-v', 'ON_ERROR_STOP=1', '-c', command]);
  if (error) throw new Error(`psql cannot be run: ${error.message}. Install PostgreSQL's client.`);
  if (status !== 0) throw new Error(String(stderr));
}
