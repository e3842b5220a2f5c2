import { DuckDBInstance } from '@duckdb/node-api';

/** Rows and columns as LAION publishes them, broken cells included, made of nothing but numbers. */
export const LAION_LIKE = {
  rows: 6_000,
  rejected: { 'not-a-url': 2, empty: 1 },
  domain: 'gallery.example',
  word: 'watercolor',
} as const;

/** Writes the file. Every tenth row is of the domain or of a host below it; one lies on a host that only looks like it. */
export async function writeLaionLikeParquet(path: string): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(
    `COPY (
       SELECT CASE i
                WHEN 17 THEN 'UNLIKELY'
                WHEN 18 THEN 'a caption that slipped into the wrong column'
                WHEN 19 THEN NULL
                WHEN 21 THEN 'https://notgallery.example/21.jpg'
                WHEN 22 THEN 'https://i0.wp.com/other.example/22.jpg?w=300&amp;h=200'
                ELSE CASE WHEN i % 20 = 0 THEN 'https://gallery.example/' WHEN i % 20 = 10 THEN 'http://img.gallery.example/'
                          ELSE 'https://host-' || (i % 211) || '.example/' END || i || '.jpg'
              END AS "URL",
              CASE WHEN i % 7 = 0 THEN 'Watercolor landscape no. ' || i
                   WHEN i % 11 = 0 THEN NULL ELSE 'Picture "' || i || '", with a comma' || chr(10) || 'and a line' END AS "TEXT",
              i AS "__index_level_0__"
         FROM range(${LAION_LIKE.rows}) r(i)
     ) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  );
  connection.closeSync();
  instance.closeSync();
}
