import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that claimants leave with a claim: the file of a work, where they want it kept, and screenshots for a moderator. */
export class KeepFiles20261203112000 implements MigrationInterface {
  readonly name = 'KeepFiles20261203112000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_files');
  }
}

const UP = [
  `CREATE TABLE kept_files (
     id           uuid        CONSTRAINT kept_files_pkey PRIMARY KEY,
     claim_id     uuid        NOT NULL CONSTRAINT kept_files_claim_id_fkey REFERENCES claims (id) ON DELETE CASCADE,
     kind         text        NOT NULL CONSTRAINT kept_files_kind_check CHECK (kind IN ('original', 'screenshot')),
     content_type text        NOT NULL,
     sha256       bytea       NOT NULL,
     size         integer     NOT NULL,
     content      bytea       NOT NULL,
     added_at     timestamptz NOT NULL
   )`,
  `CREATE INDEX kept_files_claim_id_idx ON kept_files (claim_id, added_at, id)`,
];
