import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a moderator found illegal: nothing but its hashes, by which it is known wherever it is met. */
export class HideIllegal20261202120000 implements MigrationInterface {
  readonly name = 'HideIllegal20261202120000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE hidden_pictures (
     id        uuid        CONSTRAINT hidden_pictures_pkey PRIMARY KEY,
     hashes    text[]      NOT NULL,
     hidden_at timestamptz NOT NULL,
     lifted_at timestamptz,
     change    bigint      NOT NULL
   )`,
  // How every server sees with one look whether its list is still the last one.
  `CREATE UNIQUE INDEX hidden_pictures_change_key ON hidden_pictures (change)`,
  // Whether somebody said of an address that it may be shown to nobody.
  `CREATE INDEX reports_illegal_idx ON reports (subject_digest) WHERE kind = 'illegal'`,
];

const DOWN = [`DROP INDEX reports_illegal_idx`, `DROP TABLE hidden_pictures`];
