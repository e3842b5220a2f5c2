import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Works that an artist groups, and the one answer that they give for all of them. */
export class GroupWorks20261202130000 implements MigrationInterface {
  readonly name = 'GroupWorks20261202130000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE collections (
     id         uuid        CONSTRAINT collections_pkey PRIMARY KEY,
     account_id uuid        NOT NULL CONSTRAINT collections_account_id_fkey REFERENCES accounts,
     name       text        NOT NULL,
     answer     jsonb,
     revision   integer     NOT NULL,
     created_at timestamptz NOT NULL
   )`,
  // Two runs of a command that name the same collection make one.
  `CREATE UNIQUE INDEX collections_name_key ON collections (account_id, name)`,
  `CREATE TABLE collection_works (
     work_id       uuid        CONSTRAINT collection_works_pkey PRIMARY KEY
                               CONSTRAINT collection_works_work_id_fkey REFERENCES works ON DELETE CASCADE,
     collection_id uuid        NOT NULL
                               CONSTRAINT collection_works_collection_id_fkey REFERENCES collections ON DELETE CASCADE,
     said          bytea[],
     revision      integer     NOT NULL,
     added_at      timestamptz NOT NULL
   )`,
  `CREATE INDEX collection_works_added_idx ON collection_works (collection_id, added_at, work_id)`,
  // Which works a collection's last answer has not reached.
  `CREATE INDEX collection_works_revision_idx ON collection_works (collection_id, revision)`,
];

const DOWN = [`DROP TABLE collection_works`, `DROP TABLE collections`];
