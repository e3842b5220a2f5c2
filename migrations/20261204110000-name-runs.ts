import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs whose builders chose to be named. What leaves say of them stands apart from the names, which can go. */
export class NameRuns20261204110000 implements MigrationInterface {
  readonly name = 'NameRuns20261204110000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE run_names`);
    await runner.query(`DROP TABLE named_runs`);
  }
}

const UP = [
  `CREATE TABLE named_runs (
     log_index   bigint      NOT NULL CONSTRAINT named_runs_pkey PRIMARY KEY
                             CONSTRAINT named_runs_log_index_fkey REFERENCES log_entries (index),
     digest      bytea       NOT NULL CONSTRAINT named_runs_digest_key UNIQUE,
     size        bigint      NOT NULL,
     uses        text[]      NOT NULL,
     allowed     bigint      NOT NULL,
     denied      bigint      NOT NULL,
     conditional bigint      NOT NULL,
     unanswered  bigint      NOT NULL,
     stated_at   timestamptz NOT NULL
   )`,
  `CREATE INDEX named_runs_size_idx ON named_runs (size)`,
  `CREATE TABLE run_names (
     log_index  bigint      NOT NULL CONSTRAINT run_names_pkey PRIMARY KEY
                            CONSTRAINT run_names_log_index_fkey REFERENCES named_runs (log_index),
     account_id uuid        NOT NULL
                            CONSTRAINT run_names_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     name       text        NOT NULL,
     salt       bytea       NOT NULL,
     claim_id   uuid        CONSTRAINT run_names_claim_id_fkey REFERENCES claims (id),
     hidden_at  timestamptz
   )`,
  `CREATE INDEX run_names_account_id_idx ON run_names (account_id)`,
];
