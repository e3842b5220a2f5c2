import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the pictures of entries are recognised by, beside the entries: one row a picture, and up to 32 for its regions. */
export class KeepFingerprints20261130070000 implements MigrationInterface {
  readonly name = 'KeepFingerprints20261130070000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // A row without hash says when a picture was looked for in vain, and why it was not had.
  `CREATE TABLE fingerprints (
     dataset_id integer     NOT NULL,
     url_key    bigint      NOT NULL,
     row_id     bytea       NOT NULL,
     looked_at  timestamptz NOT NULL,
     origin     text        NOT NULL,
     problem    text,
     sha256     bytea,
     md5        bytea,
     byte_count integer,
     width      integer,
     height     integer,
     algorithm  text,
     version    smallint,
     hash       bit(256),
     quality    smallint,
     CONSTRAINT fingerprints_pkey PRIMARY KEY (dataset_id, url_key, row_id)
   ) PARTITION BY LIST (dataset_id)`,
  `CREATE INDEX fingerprints_sha256_idx ON fingerprints (sha256) WHERE sha256 IS NOT NULL`,
  `CREATE INDEX fingerprints_hash_idx ON fingerprints USING hnsw (hash bit_hamming_ops)`,
  // Places are whole numbers of 0 to 10,000: ten-thousandths of the picture's width and height.
  `CREATE TABLE fingerprint_regions (
     dataset_id integer  NOT NULL,
     url_key    bigint   NOT NULL,
     row_id     bytea    NOT NULL,
     place      smallint NOT NULL,
     version    smallint NOT NULL,
     hash       bit(256) NOT NULL,
     quality    smallint NOT NULL,
     left_edge  smallint NOT NULL,
     top_edge   smallint NOT NULL,
     width      smallint NOT NULL,
     height     smallint NOT NULL,
     CONSTRAINT fingerprint_regions_pkey PRIMARY KEY (dataset_id, url_key, row_id, place)
   ) PARTITION BY LIST (dataset_id)`,
  // With twelve neighbours instead of sixteen it is built in half the time on the embedded database.
  `CREATE INDEX fingerprint_regions_hash_idx ON fingerprint_regions
     USING hnsw (hash bit_hamming_ops) WITH (m = 12, ef_construction = 40)`,
  // How a file is known that no fingerprint was made of: by what its dataset says of its bytes.
  `CREATE INDEX entries_md5_idx ON entries (md5) WHERE md5 IS NOT NULL`,
  `CREATE INDEX entries_sha256_idx ON entries (sha256) WHERE sha256 IS NOT NULL`,
  `CREATE TABLE dataset_fingerprints (
     dataset_id      integer CONSTRAINT dataset_fingerprints_pkey PRIMARY KEY
                     CONSTRAINT dataset_fingerprints_dataset_id_fkey REFERENCES datasets (id) ON DELETE CASCADE,
     pictures_read   bigint NOT NULL,
     pictures_missed bigint NOT NULL
   )`,
  // Tables of a dataset that is still closed stand apart until it is opened, as its entries do.
  `DO $$
   DECLARE held record; parent text; made text; key text;
   BEGIN
     FOR held IN SELECT id, is_open FROM datasets LOOP
       FOREACH parent IN ARRAY ARRAY['fingerprints', 'fingerprint_regions'] LOOP
         made := format('%s_%s', parent, held.id);
         key := CASE parent WHEN 'fingerprints' THEN 'dataset_id, url_key, row_id'
                            ELSE 'dataset_id, url_key, row_id, place' END;
         IF held.is_open THEN
           EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES IN (%s)', made, parent, held.id);
         ELSE
           EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING STORAGE, CONSTRAINT %s_pkey PRIMARY KEY (%s), '
             'CONSTRAINT %s_dataset_check CHECK (dataset_id = %s))', made, parent, made, key, made, held.id);
         END IF;
       END LOOP;
     END LOOP;
   END $$`,
];

const DOWN = [
  `DROP TABLE dataset_fingerprints`,
  `DROP INDEX entries_md5_idx, entries_sha256_idx`,
  `DO $$
   DECLARE closed record;
   BEGIN
     FOR closed IN SELECT id FROM datasets WHERE NOT is_open LOOP
       EXECUTE format('DROP TABLE fingerprints_%s, fingerprint_regions_%s', closed.id, closed.id);
     END LOOP;
   END $$`,
  `DROP TABLE fingerprint_regions, fingerprints`,
];
