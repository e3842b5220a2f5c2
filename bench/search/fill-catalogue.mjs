import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { timed } from '../report.mjs';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const SLUG = 'bench';
const WORDS = `watercolor painting of a red boat harbour vintage photo portrait landscape oil canvas print poster blue tulips
  garden morning light woman dog cat city street mountain river wedding dress shoes kitchen table lamp wood black`;

/** Fills a store with so many rows, unless it holds them from a run before. */
export async function fillCatalogue(store, { rows, sample, folder }) {
  const held = await store.datasets.bySlug(SLUG);
  if (held?.isOpen && held.rowsHeld > 0n) {
    console.log(`${held.rowsHeld.toLocaleString('en-GB')} rows, loaded before\n`);
    return;
  }
  const { ingestTable } = await built('app/catalogue/ingest/ingest-table');
  const { nodeSha256 } = await built('log-key/node-sha256');
  const { TableFile } = await built('tables/table-file');
  const path = await writeRows(rows, sample, folder);
  const source = await TableFile.open(path, { memory: '256MB' });
  const registry = { store, clock: () => new Date(), random: { uuid: randomUUID }, sha256: nodeSha256 };
  const dataset = { slug: SLUG, title: SLUG, isDemo: false };
  const nanoseconds = await timed(() => ingestTable(registry, { dataset, source }));
  source.close();
  console.log(
    `${rows.toLocaleString('en-GB')} rows, loaded and indexed in ${Math.round(nanoseconds / 1e9)} s\n`,
  );
}

/** Two captions of the sample become one, and some name a medium and an artist; figures, sizes and languages are made up. */
async function writeRows(rows, sample, folder) {
  const path = join(folder, 'rows.parquet');
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(
    sample
      ? `CREATE TABLE base AS SELECT row_number() OVER () - 1 AS n, "URL" AS url, string_split("TEXT", ' ') AS words FROM '${sample}'`
      : `CREATE TABLE base AS SELECT i AS n,
           'https://host-' || hash(i) % 2011 || '.example/images/' || hash(i * 7) % 1000 || '/' || md5(i::VARCHAR) || '.jpg' AS url,
           list_transform(range(5 + (hash(i * 3) % 9)::INT), lambda x: [${WORDS.split(/\s+/)
             .map((word) => `'${word}'`)
             .join(', ')}][1 + (hash(i * 31 + x) % 34)::INT] ||
             CASE WHEN hash(i + x) % 9 = 0 THEN (hash(i * x) % 50000)::VARCHAR ELSE '' END) AS words
         FROM range(10000) made(i)`,
  );
  const part = (words, from, to) => `list_aggregate(list_slice(${words}, ${from}, ${to}), 'string_agg', ' ')`;
  await connection.run(
    `COPY (
       SELECT regexp_replace(a.url, '^(https?://[^/]+)', '\\1/v' || k) AS "URL",
              concat_ws(' ', ${part('a.words', '1', 'greatest(1, len(a.words) // 2)')},
                ${part('b.words', 'len(b.words) // 2 + 1', 'len(b.words)')},
                CASE WHEN hash(i * 3) % 50 = 0 THEN 'watercolor by ' ||
                  ['Marta', 'Ivo', 'Lena', 'Pascal', 'Nils', 'Aurora', 'Tomas', 'Inge'][1 + (hash(i * 5) % 8)::INT] || ' ' ||
                  ['Quill', 'Brandt', 'Okoye', 'Larsen', 'Montero', 'Vasari', 'Ibsen', 'Duarte'][1 + (hash(i * 11) % 8)::INT] END) AS "TEXT",
              200 + (hash(i) % 3000)::INT AS "WIDTH", 200 + (hash(i + 1) % 3000)::INT AS "HEIGHT",
              (0.28 + (hash(i * 13) % 1000) / 10000.0)::FLOAT AS similarity, ((hash(i * 17) % 1000) / 100.0)::FLOAT AS aesthetic,
              ((hash(i * 19) % 1000) / 1000.0)::FLOAT AS punsafe, ((hash(i * 23) % 1000) / 1000.0)::FLOAT AS pwatermark,
              ['es', 'de', 'fr', 'ja'][1 + (hash(i * 29) % 20)::INT] AS language,
              CASE WHEN hash(i * 37) % 5 = 0 THEN 'Author ' || md5((hash(i) % 20000)::VARCHAR)[1:6] END AS author
         FROM (SELECT i, i // 10000 AS k, i % 10000 AS n FROM range(${rows}) made(i)) AS made
         JOIN base a ON a.n = made.n JOIN base b ON b.n = (made.n * 7919 + k * 104729) % 10000
        ORDER BY hash(i)
     ) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 50000)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}
