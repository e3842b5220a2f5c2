/** Rows as many as are wanted, made from few real ones, and the addresses among them that are denied. */
const built = (path) => import(`../../dist/server/src/${path}.js`);
const { canonicalUrl } = await built('core/url/canonical-url');

/** Every how manyth row is denied: rare, and yet something is said under nearly every host. */
const EVERY = 101;
const HOSTS_OF_THEIR_OWN = 50_000;

/** Rows that are one line each as text. */
export const LINES_ARE_ROWS = 'length(url) > 0 AND NOT contains(url, chr(10))';

/** Writes `rows.parquet`: the whole sample again and again with other file names, as rows of many hosts lie beside each other; and its addresses as `rows.txt`. */
export async function makeRows(sql, { sample, count, folder }) {
  const [column] = (await sql.runAndReadAll(`DESCRIBE SELECT * FROM '${sample}'`))
    .getRows()
    .map(([name]) => name)
    .filter((name) => name.toLowerCase() === 'url');
  const [[rows]] = (await sql.runAndReadAll(`SELECT count(*) FROM '${sample}'`)).getRows();
  await sql.run(
    `COPY (SELECT "${column}" || CASE WHEN n = 0 THEN '' ELSE '-' || n END AS url, n * ${rows} + place AS id ` +
      `FROM (SELECT *, row_number() OVER () - 1 AS place FROM '${sample}') rows, ` +
      `range(0, ${Math.ceil(count / Number(rows))}) numbers(n) ORDER BY id LIMIT ${count}) TO '${folder}/rows.parquet' (FORMAT parquet)`,
  );
  await sql.run(
    `COPY (SELECT url FROM '${folder}/rows.parquet' WHERE ${LINES_ARE_ROWS}) TO '${folder}/rows.txt' (FORMAT csv, HEADER false, DELIMITER '\u0001', QUOTE '', ESCAPE '')`,
  );
}

/** The addresses of the rows, in memory. */
export async function readUrls(sql, folder) {
  const read = await sql.runAndReadAll(`SELECT url FROM '${folder}/rows.parquet'`);
  return read.getColumns()[0].map((url) => url ?? '');
}

/** Every 101st row, at most as many as half the keys, so that no row is spared the look at its keys; the others on hosts of their own, as denials mostly are. */
export function deniedAmong(urls, keys) {
  const denied = new Set();
  for (let at = 0; at < urls.length && denied.size < keys / 2; at += EVERY) {
    const canonical = canonicalUrl(urls[at]);
    if (canonical.ok) denied.add(canonical.url);
  }
  for (let number = 0; denied.size < keys; number += 1)
    denied.add(`artist-${number % HOSTS_OF_THEIR_OWN}.example/works/${number}.jpg`);
  return [...denied];
}

/** The same as a file that DuckDB joins with. */
export async function writeDenied(sql, denied, folder) {
  await sql.run('CREATE TABLE denied_now (url VARCHAR)');
  const appender = await sql.createAppender('denied_now');
  for (const text of denied) {
    appender.appendVarchar(`http://${text}`);
    appender.endRow();
  }
  appender.closeSync();
  await sql.run(`COPY denied_now TO '${folder}/denied.parquet' (FORMAT parquet)`);
  await sql.run('DROP TABLE denied_now');
}
