import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticator apps of accounts, and sign-ins that wait for a code of theirs. */
export class AskSecondFactor20261203120000 implements MigrationInterface {
  readonly name = 'AskSecondFactor20261203120000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE second_factors (
     account_id   uuid        CONSTRAINT second_factors_pkey PRIMARY KEY
                              CONSTRAINT second_factors_account_id_fkey REFERENCES accounts ON DELETE CASCADE,
     secret       bytea       NOT NULL,
     created_at   timestamptz NOT NULL,
     turned_on_at timestamptz,
     last_step    integer     NOT NULL
   )`,
  `CREATE TABLE half_sign_ins (
     token_hash    bytea       CONSTRAINT half_sign_ins_pkey PRIMARY KEY,
     account_id    uuid        NOT NULL CONSTRAINT half_sign_ins_account_id_fkey REFERENCES accounts ON DELETE CASCADE,
     password_hash text,
     attempts      integer     NOT NULL,
     expires_at    timestamptz NOT NULL
   )`,
  `CREATE INDEX half_sign_ins_account_idx ON half_sign_ins (account_id)`,
];

const DOWN = [`DROP TABLE half_sign_ins`, `DROP TABLE second_factors`];
