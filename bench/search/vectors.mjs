import { createHash } from 'node:crypto';
import pg from 'pg';
import usearch from 'usearch';
import { median, quantile, spread, timed } from '../report.mjs';
import { DrawnVectors } from './drawn-vectors.mjs';
import { findPgbench, pgbench } from './pgbench.mjs';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { halfFloat } = await built('core/bytes/half-float');
const { halfVector } = await built('store/nearest/half-vector');
const { followingStatement } = await built('store/nearest/nearest-statements');
const { vectorIndex } = await built('store/nearest/vector-index');
const { ENTRY_COLUMNS } = await built('store/entry-columns');

const QUESTIONS = 50;
const ROUNDS = 5;
const WANTED = 10;
const BATCH = 4_096;
const FILTERS = [
  { name: 'no filter', host: undefined },
  { name: '1 %', host: 'few.example' },
  { name: '0.1 %', host: 'rare.example' },
];
/** As ours sets them for one transaction, set once for a session. */
const FOLLOWING = {
  enable_seqscan: 'off',
  enable_sort: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
  'hnsw.iterative_scan': 'strict_order',
  'hnsw.ef_search': '100',
};

/**
 * The nearest ten of so many vectors: ours beside the same SQL by pgbench, beside what is mostly written by hand, and beside usearch, which
 * holds the same vectors as half floats in this process. All in turns, so that what else the machine does falls on all of them.
 */
export async function benchVectors(title, store, { rows, dimensions, databaseUrl }) {
  const { questions, datasetId, model, peer } = await load(title, store, { rows, dimensions });
  const ask = (vector, host) =>
    store.embeddings.nearest({
      model,
      vector,
      limit: WANTED,
      host,
      datasetIds: [datasetId],
      showsHidden: false,
    });
  const hand = databaseUrl && (await openHand(databaseUrl, { questions, datasetId, model, rows }));
  try {
    for (const filter of FILTERS)
      await compareWays(store, ask, { filter, questions, datasetId, model, hand, peer });
  } finally {
    await hand?.close();
  }
  console.log();
}

async function load(title, store, { rows, dimensions }) {
  const drawn = new DrawnVectors(dimensions);
  const { id: datasetId } = await store.datasets.ensure({
    slug: 'vectors',
    title: 'vectors',
    isDemo: false,
    createdAt: new Date(),
  });
  const model = await store.embeddings.ensureModel({ name: 'bench', revision: '1', dimensions });
  const peer = new usearch.Index({ dimensions, metric: 'cos', quantization: 'f16', expansion_search: 100 });
  let [loading, adding] = [0, 0];
  for (let from = 0; from < rows; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, rows - from) }, (_, at) => row(from + at, drawn));
    loading += await timed(async () => {
      await store.entries.addBatch(datasetId, batch);
      await store.embeddings.addBatch(datasetId, model.id, batch);
    });
    const keys = BigUint64Array.from(batch, (_, at) => BigInt(from + at));
    const flat = new Float32Array(batch.length * dimensions);
    for (const [at, { drawnVector }] of batch.entries()) flat.set(drawnVector, at * dimensions);
    adding += await timed(() => peer.add(keys, flat));
  }
  const building = await timed(() => store.embeddings.buildIndexes(datasetId));
  // Rows came into a table that was open, and nobody has looked at it since.
  await store.dataSource.query(`ANALYZE entries_${datasetId}, embeddings_${datasetId}`);
  console.log(
    `${title}: ${rows.toLocaleString('en-GB')} vectors of ${dimensions} numbers loaded in ${seconds(loading)}, indexed in ${seconds(building)}; ` +
      `usearch, both in one, ${seconds(adding)}`,
  );
  const questions = Array.from({ length: QUESTIONS }, (_, at) => drawn.near((at + 1) * 37));
  return { questions, datasetId, model, peer };
}

function row(at, drawn) {
  const host = at % 1_000 === 7 ? 'rare.example' : at % 100 === 3 ? 'few.example' : 'rest.example';
  const canonical = `${host}/${at}.jpg`;
  const rowId = new Uint8Array(createHash('sha256').update(canonical).digest().subarray(0, 16));
  const drawnVector = drawn.near(at);
  const vector = Uint16Array.from(drawnVector, halfFloat);
  const urlKey = new DataView(rowId.buffer).getBigUint64(0);
  const caption = `row ${at}`;
  return { urlKey, rowId, url: `https://${canonical}`, canonical, host, caption, vector, drawnVector };
}

async function compareWays(store, ask, { filter: { name, host }, questions, datasetId, model, hand, peer }) {
  for (const vector of questions.slice(0, 5)) await ask(vector, host);
  const rounds = [];
  const recalls = { ours: [], usearch: [] };
  let fewest = Infinity;
  let method;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = [];
    for (const vector of questions) {
      let found = [];
      ours.push((await timed(async () => (found = await ask(vector, host)))) / 1e6);
      fewest = Math.min(fewest, found.length);
      method = found[0]?.method;
      if (round > 0) continue;
      const nearest = await exactly(store, { vector, datasetId, model, host });
      recalls.ours.push(recallOf(new Set(found.map(({ entry }) => entry.ordinal)), nearest));
      if (host !== undefined) continue;
      const { keys } = peer.search(vector, WANTED, 1);
      recalls.usearch.push(recallOf(new Set([...keys].map((key) => key)), nearest));
    }
    const byPeer = [];
    if (host === undefined)
      for (const vector of questions) byPeer.push((await timed(() => peer.search(vector, WANTED, 1))) / 1e6);
    rounds.push({ ours, byPeer, ...(await hand?.measure(host)) });
  }
  const all = rounds.flatMap(({ ours }) => ours);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(
    `  ${name.padEnd(10)}${method}  p50 ${ms(median(all))}  p95 ${ms(quantile(all, 0.95))}  ` +
      `at least ${fewest} found, recall ${mean(recalls.ours).toFixed(3)}`,
  );
  const beside = (what, pick) => {
    if (pick(rounds[0]) === undefined) return;
    const ratios = rounds.map((round) => pick(round) / mean(round.ours));
    console.log(`    × ${spread(ratios)} of ${what}, ${ms(median(rounds.map(pick)))}`);
  };
  beside(`the same SQL by ${hand?.by}`, ({ same }) => same);
  beside('SQL by hand: keys alone, the vector as text', ({ plain }) => plain);
  beside('an iterative scan in relaxed order', ({ relaxed }) => relaxed);
  beside(
    `usearch at recall ${recalls.usearch.length > 0 ? mean(recalls.usearch).toFixed(3) : '–'}, in this process`,
    ({ byPeer }) => (byPeer.length > 0 ? mean(byPeer) : undefined),
  );
}

/** The ordinals of the nearest, by comparing with every vector. */
async function exactly(store, { vector, datasetId, model, host }) {
  const rows = await store.dataSource.query(
    `SELECT ordinal FROM embeddings_${datasetId} AS near JOIN entries_${datasetId} AS held USING (dataset_id, url_key, row_id)
      WHERE model_id = ${model.id} AND ($2::text IS NULL OR host = $2) ORDER BY vector <=> $1::halfvec LIMIT ${WANTED}`,
    [halfVector(vector), host ?? null],
  );
  return rows.map(({ ordinal }) => BigInt(ordinal));
}

function recallOf(found, nearest) {
  return nearest.filter((one) => found.has(one)).length / nearest.length;
}

/** The same questions in SQL: by pgbench where it is installed, else by a client of this process. */
async function openHand(url, { questions, datasetId, model, rows }) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    `CREATE TABLE questions (id integer PRIMARY KEY, vector halfvec(${model.dimensions}) NOT NULL)`,
  );
  for (const [id, vector] of questions.entries())
    await client.query('INSERT INTO questions VALUES ($1, $2::halfvec)', [id, halfVector(vector)]);
  const path = findPgbench();
  const settings = { ...FOLLOWING, 'hnsw.max_scan_tuples': String(rows) };
  const followed = (host) =>
    followingStatement(
      { model, host, showsHidden: false },
      datasetId,
      ENTRY_COLUMNS,
      vectorIndex(datasetId, model),
    );
  const run = path === undefined ? runByClient(client) : runByPgbench(path, url);
  return {
    by: path === undefined ? 'a client of this process, for want of pgbench' : 'pgbench',
    async measure(host) {
      if (host === undefined)
        return {
          same: await run(asked(followed(host)), settings),
          plain: await plainly(client, { questions, datasetId, model }),
        };
      const relaxed = { ...settings, 'hnsw.iterative_scan': 'relaxed_order' };
      return { relaxed: await run(asked(followed(host)), relaxed) };
    },
    async close() {
      await client.query('DROP TABLE questions');
      await client.end();
    },
  };
}

/** Our own text, with a question of the table where the vector stood: named once, for pgbench takes each `:id` for another parameter. */
function asked({ sql, values }) {
  const others = values.map((value) => `'${value}'`);
  const question = 'WITH asked AS MATERIALIZED (SELECT vector FROM questions WHERE id = :id)';
  return `${question} ${sql}`
    .replaceAll(/\$1\b/g, '(SELECT vector FROM asked)')
    .replaceAll(/\$2\b/g, String(WANTED))
    .replaceAll(/\$(\d+)/g, (_, place) => others[Number(place) - 3]);
}

function runByPgbench(path, url) {
  return (sql, settings) =>
    pgbench(path, {
      url,
      script: `\\set id random(0, ${QUESTIONS - 1})\n${sql.replaceAll('\n', ' ')};\n`,
      settings,
      transactions: QUESTIONS,
    });
}

function runByClient(client) {
  return async (sql, settings) => {
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, false)', [name, value]);
    const text = sql.replaceAll(':id', '$1');
    const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
    const nanoseconds = await timed(async () => {
      for (let id = 0; id < QUESTIONS; id += 1) await client.query({ name, text, values: [id] });
    });
    return nanoseconds / QUESTIONS / 1e6;
  };
}

/** As most would write it. */
async function plainly(client, { questions, datasetId, model: { id, dimensions } }) {
  await client.query('SET hnsw.ef_search = 100');
  const text = `SELECT url_key, row_id FROM embeddings_${datasetId} WHERE model_id = ${id}
    ORDER BY vector::halfvec(${dimensions}) <=> $1::halfvec(${dimensions}) LIMIT ${WANTED}`;
  const nanoseconds = await timed(async () => {
    for (const vector of questions) await client.query(text, [`[${vector.join(',')}]`]);
  });
  return nanoseconds / questions.length / 1e6;
}

function seconds(nanoseconds) {
  return `${(nanoseconds / 1e9).toFixed(1)} s`;
}

function ms(milliseconds) {
  return `${milliseconds.toFixed(milliseconds < 1 ? 2 : 1)} ms`;
}
