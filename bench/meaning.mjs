/**
 * Search by meaning: time and recall of the nearest 10 of many vectors, unfiltered and with filters that leave 1 % and 0.1 %, beside
 * the same question in hand-written SQL on the same index, in one run.
 * Usage: BENCH_DATABASE_URL=postgres://… node bench/meaning.mjs [ROWS] [DIMENSIONS]
 * Makes a database of its own on that server and drops it; without the variable only the embedded database is measured.
 *
 * The goals: 0.5 of the hand-written SQL at least; all 10 under each filter, at recall 0.99. What limits each figure:
 *
 * 1. Unfiltered. A transaction for the settings that keep the index in use, which are two more round trips; and the rows themselves,
 *    which the hand-written question does not read.
 * 2. Filtered. Counting what meets the filter, and comparing with each: the answer is exact.
 * 3. The embedded database. Every search compares with every vector, in WebAssembly.
 */
import { Buffer } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, median, quantile, spread, timed } from './report.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const built = (path) => import(`../dist/server/src/${path}.js`);
const { openStore } = await built('store/open-store');
const { halfFloat } = await built('core/bytes/half-float');
const { halfVector } = await built('store/nearest/half-vector');

const ROWS = Number(process.argv[2] ?? 100_000);
const DIMENSIONS = Number(process.argv[3] ?? 512);
const EMBEDDED_ROWS = Math.min(ROWS, 20_000);
const QUESTIONS = 50;
const BATCH = 4_096;
const CLUSTERS = 2_000;
/** How far rows lie from the middle of their cluster: neighbours are neither far away nor all alike. */
const SPREAD = 0.9;
const FILTERS = [
  { name: 'no filter', host: undefined },
  { name: '1 %', host: 'few.example' },
  { name: '0.1 %', host: 'rare.example' },
];

console.log(`${machineLine()}  ${DIMENSIONS} dimensions\n`);
const server = process.env.BENCH_DATABASE_URL;
if (server) await onPostgres(server);
else console.log('BENCH_DATABASE_URL is not set: PostgreSQL is left out.\n');
await measure('Embedded', await openStore({ memory: true }), EMBEDDED_ROWS);

async function onPostgres(address) {
  const name = `assent_bench_${randomUUID().replaceAll('-', '')}`;
  await runOn(address, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  try {
    await measure('PostgreSQL', await openStore({ databaseUrl: url.href }), ROWS, url.href);
  } finally {
    await runOn(address, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function measure(title, store, rows, url) {
  try {
    await store.migrate();
    const { question, datasetId, model } = await load(title, store, rows);
    for (const filter of FILTERS) await compareWays(store, filter, { question, datasetId, model });
    if (url) await besideSql(url, store, { question, datasetId, model });
    console.log('');
  } finally {
    await store.close();
  }
}

/** Fills a dataset with clusters of vectors; questions are drawn as rows are. */
async function load(title, store, rows) {
  const random = normal(1);
  const middles = Array.from({ length: CLUSTERS }, () => Float32Array.from({ length: DIMENSIONS }, random));
  const drawn = (at) => middles[at % CLUSTERS].map((value) => value + random() * SPREAD);
  const { id: datasetId } = await store.datasets.ensure({
    slug: 'bench',
    title: 'bench',
    isDemo: false,
    createdAt: new Date(),
  });
  const model = await store.embeddings.ensureModel({ name: 'bench', revision: '1', dimensions: DIMENSIONS });
  const loading = await timed(async () => {
    for (let from = 0; from < rows; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, rows - from) }, (_, at) => row(from + at, drawn));
      await store.entries.addBatch(datasetId, batch);
      await store.embeddings.addBatch(datasetId, model.id, batch);
    }
  });
  const building = await timed(() => store.embeddings.buildIndexes(datasetId));
  console.log(`${title}: ${rows} rows loaded in ${seconds(loading)}, indexed in ${seconds(building)}`);
  return { datasetId, model, question: (at) => drawn(at * 37) };
}

function row(at, drawn) {
  const host = at % 1_000 === 7 ? 'rare.example' : at % 100 === 3 ? 'few.example' : 'rest.example';
  const canonical = `${host}/${at}.jpg`;
  const rowId = new Uint8Array(createHash('sha256').update(canonical).digest().subarray(0, 16));
  const vector = Uint16Array.from(drawn(at), halfFloat);
  const urlKey = new DataView(rowId.buffer).getBigUint64(0);
  return { urlKey, rowId, url: `https://${canonical}`, canonical, host, caption: `row ${at}`, vector };
}

async function compareWays(store, { name, host }, { question, datasetId, model }) {
  const ask = (vector, limit) =>
    store.embeddings.nearest({ model, vector, limit, host, datasetIds: [datasetId], showsHidden: false });
  await ask(question(0), 10);
  const times = [];
  const recalls = [];
  let fewest = Infinity;
  let method;
  for (let at = 1; at <= QUESTIONS; at += 1) {
    const vector = question(at);
    let found = [];
    times.push(await timed(async () => (found = await ask(vector, 10))));
    fewest = Math.min(fewest, found.length);
    method = found[0]?.method;
    if (method === 'exact') recalls.push(1);
    else recalls.push(recallOf(found, await exactly(store, vector, datasetId, model)));
  }
  const mean = recalls.reduce((sum, value) => sum + value, 0) / recalls.length;
  console.log(
    `  ${name.padEnd(10)} ${method}  p50 ${ms(median(times))}  p95 ${ms(quantile(times, 0.95))}  ` +
      `at least ${fewest} found, recall ${mean.toFixed(3)}`,
  );
}

async function exactly(store, vector, datasetId, model) {
  return store.dataSource.query(
    `SELECT row_id FROM embeddings_${datasetId} WHERE model_id = ${model.id} ORDER BY vector <=> $1::halfvec LIMIT 10`,
    [halfVector(vector)],
  );
}

function recallOf(found, nearest) {
  const ids = new Set(found.map(({ entry }) => Buffer.from(entry.rowId).toString('hex')));
  return nearest.filter((one) => ids.has(Buffer.from(one.row_id).toString('hex'))).length / nearest.length;
}

/** The same index asked by hand: keys alone, one prepared statement, the vector as text, settings made once. */
async function besideSql(url, store, { question, datasetId, model }) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('SET hnsw.ef_search = 100');
    const text = `SELECT url_key, row_id FROM embeddings_${datasetId} WHERE model_id = ${model.id}
      ORDER BY vector::halfvec(${DIMENSIONS}) <=> $1::halfvec(${DIMENSIONS}) LIMIT 10`;
    const ratios = [];
    for (let at = 0; at <= QUESTIONS; at += 1) {
      const vector = question(at);
      const values = [`[${vector.join(',')}]`];
      const byHand = await timed(() => client.query({ name: 'nearest', text, values }));
      const ours = await timed(() =>
        store.embeddings.nearest({ model, vector, limit: 10, datasetIds: [datasetId], showsHidden: false }),
      );
      if (at > 0) ratios.push(byHand / ours);
    }
    console.log(`  of hand-written SQL: ${spread(ratios)}`);
  } finally {
    await client.end();
  }
}

/** Numbers of a normal distribution (Box and Muller) from a repeatable stream. */
function normal(seed) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

async function runOn(address, statement) {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(statement);
  await client.end();
}

function seconds(nanoseconds) {
  return `${(nanoseconds / 1e9).toFixed(1)} s`;
}

function ms(nanoseconds) {
  return `${(nanoseconds / 1e6).toFixed(1)} ms`;
}
