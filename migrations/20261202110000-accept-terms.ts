import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who accepted the terms of an offer. What names anybody goes with the terms. */
export class AcceptTerms20261202110000 implements MigrationInterface {
  readonly name = 'AcceptTerms20261202110000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE acceptances`);
  }
}

const UP = [
  `CREATE TABLE acceptances (
     digest       bytea       NOT NULL CONSTRAINT acceptances_pkey PRIMARY KEY,
     statement_id bytea       NOT NULL
                              CONSTRAINT acceptances_statement_id_fkey REFERENCES openings (statement_id) ON DELETE CASCADE,
     log_index    bigint      NOT NULL CONSTRAINT acceptances_log_index_key UNIQUE
                              CONSTRAINT acceptances_log_index_fkey REFERENCES log_entries (index),
     document     text        NOT NULL,
     taken_at     timestamptz NOT NULL
   )`,
  `CREATE INDEX acceptances_statement_id_idx ON acceptances (statement_id)`,
];
