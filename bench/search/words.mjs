import pg from 'pg';
import { quantile, timed } from '../report.mjs';

const PAGE = 24;
const ROUNDS = 25;

/** The best that we can write by hand for rows that are all English: one statement, and the columns of a card only. */
const CARD = 'url, host, caption, width, height, row_id';
const HAND = {
  words: `SELECT ${CARD}, ts_rank(words, query, 1) AS rank FROM entries, websearch_to_tsquery('registry_en', $1) AS query
    WHERE words @@ query ORDER BY rank DESC LIMIT ${PAGE}`,
  host: `SELECT ${CARD} FROM entries WHERE (left(reverse(host), 255) || '.') >= reverse($1) || '.'
    AND (left(reverse(host), 255) || '.') < reverse($1) || '/' ORDER BY left(reverse(host), 255) || '.' LIMIT ${PAGE}`,
  spelling: `SELECT ${CARD} FROM entries WHERE $1 <% caption ORDER BY word_similarity($1, caption) DESC LIMIT ${PAGE}`,
};

/** What is asked, from frequent to rare; `hand`: the same question of the statement written by hand. */
const QUESTIONS = [
  ['a frequent word', { words: 'black' }, 'words', 'black'],
  ['a word', { words: 'watercolor' }, 'words', 'watercolor'],
  ['a rare word', { words: 'lighthouse' }, 'words', 'lighthouse'],
  ['two words', { words: 'red dress' }, 'words', 'red dress'],
  ['a phrase', { words: '"by marta quill"' }, 'words', '"by marta quill"'],
  ['an exclusion', { words: 'poster -vintage' }, 'words', 'poster -vintage'],
  ['a Spanish word', { words: 'acuarela' }, 'words', 'acuarela or watercolor or watercolour or aquarelle'],
  [
    'words, filtered',
    { words: 'portrait', filter: { aesthetic: { least: 7 }, sizes: ['large'] } },
    'words',
    'portrait',
  ],
  ['words, by score', { words: 'portrait', sort: 'aesthetic' }, 'words', 'portrait'],
  ['a domain', { words: 'domain:shopify.com' }, 'host', 'shopify.com'],
  ['a part of an address', { words: 'url:wp-content/uploads/2019' }],
  ['a misspelt name', { words: 'marta qill' }, 'spelling', 'marta qill'],
];

/** Pages and facets, as the search page asks for them. */
export async function benchWords(store, databaseUrl) {
  const { readSearch } = await import('../../dist/server/src/app/catalogue/search/read-search.js');
  const datasets = await store.datasets.all();
  const hand = new pg.Client(databaseUrl);
  await hand.connect();
  await hand.query(`SET enable_seqscan = off; SET pg_trgm.word_similarity_threshold = 0.45`);
  console.log(
    `${'ms of a page of 24, p50 / p95'.padEnd(30)}${'ours'.padStart(16)}${'by hand'.padStart(18)}   p95 ×   ${'facets'.padStart(14)}      hits`,
  );
  const scans = [];
  for (const [title, input, statement, asked] of QUESTIONS) {
    const read = await readSearch(input, datasets, (names) => Promise.resolve(names.map(() => [])));
    if (!read.ok) throw new Error(read.message);
    const ids = datasets.map(({ id }) => id);
    let foundBy = 'asked';
    let facets;
    const { ours, peer, counting } = await inTurns({
      ours: async () => {
        ({ foundBy } = await store.entries.search(read.search, { first: PAGE }));
      },
      ...(statement && { peer: () => hand.query(HAND[statement], [asked]) }),
      counting: async () => {
        facets = await store.entries.facets(read.search, foundBy, ids);
      },
    });
    const asking = async () => {
      await store.entries.search(read.search, { first: PAGE });
      await store.entries.facets(read.search, foundBy, ids);
    };
    scans.push(...(await plansOf(store, asking)).map((plan) => ({ title, plan })));
    const ratio = peer ? (quantile(ours, 0.95) / quantile(peer, 0.95)).toFixed(2) : '';
    console.log(
      `${title.padEnd(30)}${figures(ours).padStart(16)}${(peer ? figures(peer) : '').padStart(18)}${ratio.padStart(8)}   ${figures(counting).padStart(14)}` +
        `${`${facets.areEstimates ? '~' : ''}${facets.hits.toLocaleString('en-GB')}`.padStart(10)}`,
    );
  }
  await hand.end();
  console.log(`\n${describeScans(scans)}\n`);
}

/** How each statement of some work reads `entries`, under the settings that it asked for. */
async function plansOf({ dataSource }, work) {
  const statements = [];
  const { logger } = dataSource;
  dataSource.logger = Object.assign(Object.create(logger), {
    logQuery: (sql, parameters) => statements.push({ sql, parameters }),
  });
  await work();
  dataSource.logger = logger;
  return dataSource.transaction(async (manager) => {
    const plans = [];
    for (const { sql, parameters } of statements) {
      if (/FROM\s+entries/.test(sql) && !sql.startsWith('EXPLAIN'))
        plans.push(JSON.stringify(await manager.query(`EXPLAIN (FORMAT JSON) ${sql}`, parameters)));
      else if (sql.includes('set_config')) await manager.query(sql.slice(sql.indexOf('SELECT set_config')));
    }
    return plans;
  });
}

function describeScans(plans) {
  const sequential = plans.filter(({ plan }) => plan.includes('Seq Scan'));
  const where = sequential.length > 0 ? `: ${sequential.map(({ title }) => title).join(', ')}` : '';
  return `EXPLAIN of ${plans.length} statements shows ${sequential.length} sequential scans${where}.`;
}

/** Milliseconds of each way in each round, by turns, so that what else the machine does falls on all; the first round warms up. */
async function inTurns(ways) {
  const milliseconds = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, work] of Object.entries(ways)) {
      const taken = (await timed(work)) / 1e6;
      if (round > 0) milliseconds[name].push(taken);
    }
  }
  return milliseconds;
}

function figures(milliseconds) {
  return `${quantile(milliseconds, 0.5).toFixed(1)} / ${quantile(milliseconds, 0.95).toFixed(1)}`;
}
