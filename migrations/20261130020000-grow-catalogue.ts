import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A catalogue that can grow: datasets say where they come from, load fast and go at once; files resume; vectors have a place. */
export class GrowCatalogue20261130020000 implements MigrationInterface {
  readonly name = 'GrowCatalogue20261130020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE datasets
     ADD COLUMN medium       text,
     ADD COLUMN publisher    text,
     ADD COLUMN source_url   text,
     ADD COLUMN release      text,
     ADD COLUMN is_open      boolean,
     ADD COLUMN next_ordinal bigint`,
  // Until now no row was ever taken back, so that ordinals have no gap; and every dataset was a partition from its first day.
  `UPDATE datasets SET medium = 'image', is_open = true, next_ordinal = rows_held`,
  `ALTER TABLE datasets
     ALTER COLUMN medium SET NOT NULL,
     ALTER COLUMN is_open SET NOT NULL,
     ALTER COLUMN next_ordinal SET NOT NULL,
     ADD CONSTRAINT datasets_medium_check CHECK (medium IN ('image', 'text', 'audio'))`,
  // An id is given once: what still writes to a dataset that was dropped must not meet another under its number.
  `CREATE SEQUENCE dataset_ids AS integer`,
  `SELECT setval('dataset_ids', coalesce(max(id), 0) + 1, false) FROM datasets`,

  `ALTER TABLE ingestions
     ADD COLUMN identity       bytea,
     ADD COLUMN holder         uuid,
     ADD COLUMN ordinals       int8multirange,
     ADD COLUMN vectors_added  bigint,
     ADD COLUMN rejected_file  text,
     ADD COLUMN rejected_bytes bigint`,
  `UPDATE ingestions SET holder = id, ordinals = '{}', vectors_added = 0, rejected_bytes = 0`,
  `ALTER TABLE ingestions
     ALTER COLUMN holder SET NOT NULL,
     ALTER COLUMN ordinals SET NOT NULL,
     ALTER COLUMN vectors_added SET NOT NULL,
     ALTER COLUMN rejected_bytes SET NOT NULL`,

  `CREATE TABLE embedding_models (
     id         integer CONSTRAINT embedding_models_pkey PRIMARY KEY,
     name       text    NOT NULL,
     revision   text    NOT NULL,
     dimensions integer NOT NULL,
     CONSTRAINT embedding_models_name_key UNIQUE (name, revision),
     CONSTRAINT embedding_models_dimensions_check CHECK (dimensions BETWEEN 1 AND 16000)
   )`,
  // Keyed and partitioned as entries are, so that a dataset's vectors stay beside its rows and go with them.
  `CREATE TABLE embeddings (
     dataset_id integer NOT NULL,
     url_key    bigint  NOT NULL,
     row_id     bytea   NOT NULL,
     model_id   integer NOT NULL,
     vector     halfvec NOT NULL,
     CONSTRAINT embeddings_pkey PRIMARY KEY (dataset_id, url_key, row_id, model_id)
   ) PARTITION BY LIST (dataset_id)`,
  `DO $$
   DECLARE held record;
   BEGIN
     FOR held IN SELECT id FROM datasets LOOP
       EXECUTE format('CREATE TABLE embeddings_%s PARTITION OF embeddings FOR VALUES IN (%s)', held.id, held.id);
     END LOOP;
   END $$`,
  `CREATE TABLE dataset_embeddings (
     dataset_id   integer NOT NULL
                  CONSTRAINT dataset_embeddings_dataset_id_fkey REFERENCES datasets (id) ON DELETE CASCADE,
     model_id     integer NOT NULL CONSTRAINT dataset_embeddings_model_id_fkey REFERENCES embedding_models (id),
     vectors_held bigint  NOT NULL,
     CONSTRAINT dataset_embeddings_pkey PRIMARY KEY (dataset_id, model_id)
   )`,
];

const DOWN = [
  `DROP TABLE dataset_embeddings, embeddings, embedding_models`,
  // A dataset that is still closed stands apart from the table of all entries; the shape before knew only its partitions.
  `DO $$
   DECLARE closed record;
   BEGIN
     FOR closed IN SELECT id FROM datasets WHERE NOT is_open LOOP
       EXECUTE format('ALTER TABLE entries ATTACH PARTITION entries_%s FOR VALUES IN (%s)', closed.id, closed.id);
     END LOOP;
   END $$`,
  `ALTER TABLE ingestions
     DROP COLUMN identity, DROP COLUMN holder, DROP COLUMN ordinals, DROP COLUMN vectors_added,
     DROP COLUMN rejected_file, DROP COLUMN rejected_bytes`,
  `DROP SEQUENCE dataset_ids`,
  `ALTER TABLE datasets
     DROP COLUMN medium, DROP COLUMN publisher, DROP COLUMN source_url, DROP COLUMN release,
     DROP COLUMN is_open, DROP COLUMN next_ordinal`,
];
