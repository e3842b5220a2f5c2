/** P1: addresses of a table, beside a copy of the table, an anti-join by their texts, and `new URL` with a `Set`. */
import { DuckDBInstance } from '@duckdb/node-api';
import { LINES_ARE_ROWS } from './made-rows.mjs';
import { BENCH_TRUST } from './made-snapshot.mjs';
import { runChecker } from './run-checker.mjs';
import { against, heading, inTurn, line, perSecond } from './turns.mjs';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { checkTable } = await built('app/check/check-table');
const { openSnapshot } = await built('app/snapshots/find-snapshot');
const { snapshotAnswers } = await built('app/snapshots/snapshot-answers');
const { answersInThreads } = await built('check-threads/answers-in-threads');
const { snapshotFolderAt } = await built('snapshot-files/snapshot-folder');
const { TableFile } = await built('tables/table-file');

const QUESTIONS = { uses: ['train-ai'] };
/** Rows that are asked about one by one, as strings, which takes long. */
const ONE_BY_ONE = 81_920;
const BATCH = 8_192;
const COPY = 'DuckDB, plain copy';
const JOIN = 'DuckDB, anti-join';
const SET = 'new URL and a Set';

export async function measureChecks({ sql, rounds, urls, inFolder }) {
  const rows = inFolder('rows.parquet');
  const snapshots = inFolder('snapshots');
  const denied = await sql.runAndReadAll(`SELECT url FROM '${inFolder('denied.parquet')}'`);
  const set = new Set(denied.getColumns()[0]);
  await sql.run(`CREATE TABLE denied AS FROM '${inFolder('denied.parquet')}'`);
  const one = await DuckDBInstance.create(':memory:', { threads: '1' });
  const alone = await one.connect();
  const opened = await openSnapshot(snapshotFolderAt(snapshots), BENCH_TRUST);
  const answers = snapshotAnswers(opened, QUESTIONS, () => new Date());
  const threads = answersInThreads(opened, QUESTIONS, () => new Date());
  // The settings with which the command writes: those that the rows were written with.
  const copy = `COPY (SELECT * FROM '${rows}') TO '${inFolder('copy.parquet')}' (FORMAT parquet, COMPRESSION snappy)`;
  const took = await inTurn(rounds, {
    [COPY]: () => sql.run(copy),
    'assent check, rows out': () => runChecker(rows, snapshots, '--out', inFolder('kept.parquet')),
    'DuckDB, plain copy on one thread': () => alone.run(copy),
    'assent check, report alone': () => runChecker(rows, snapshots),
    [JOIN]: () => sql.run(`SELECT count(*) FROM '${rows}' ANTI JOIN denied USING (url)`),
    'rows to a bitmap, snapshot open': () => toBitmap(threads, rows),
    [SET]: () =>
      urls.reduce((found, url) => found + (URL.canParse(url) && set.has(new URL(url).href) ? 1 : 0), 0),
    'assent check, lines of text': () => runChecker(inFolder('rows.txt'), snapshots),
    'answers one by one': () => oneByOne(answers, urls),
  });
  const lines = await sql.runAndReadAll(`SELECT count(*) FROM '${rows}' WHERE ${LINES_ARE_ROWS}`);
  const counts = {
    'assent check, lines of text': Number(lines.getRows()[0][0]),
    'answers one by one': ONE_BY_ONE,
  };
  await threads.close();
  alone.closeSync();
  one.closeSync();
  heading('P1  checks of addresses', 'rows', 'of a plain copy', 'of the anti-join', 'of new URL and a Set');
  for (const name of Object.keys(took)) {
    const count = counts[name] ?? urls.length;
    const scaled = { ...took, [name]: took[name].map((ns) => (ns * urls.length) / count) };
    line(name, perSecond(count, took[name]), ...[COPY, JOIN, SET].map((peer) => against(scaled, name, peer)));
  }
}

async function toBitmap(answers, rows) {
  const source = await TableFile.open(rows);
  try {
    await checkTable({ answers, source, columns: { address: 'url' }, keep: 'not-denied' });
  } finally {
    source.close();
  }
}

async function oneByOne(answers, urls) {
  for (let at = 0; at < ONE_BY_ONE; at += BATCH) {
    await answers.check(urls.slice(at, at + BATCH).map((address) => ({ address })));
  }
}
