import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the sides of a dispute show each other and a moderator, and appeals from what was decided. */
export class ExchangeEvidence20261202121000 implements MigrationInterface {
  readonly name = 'ExchangeEvidence20261202121000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE exhibits (
     id           uuid        CONSTRAINT exhibits_pkey PRIMARY KEY,
     dispute_id   uuid        NOT NULL CONSTRAINT exhibits_dispute_id_fkey REFERENCES disputes (id),
     account_id   uuid        NOT NULL CONSTRAINT exhibits_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     claimant     text        NOT NULL,
     text         text        NOT NULL,
     link         text,
     file_name    text,
     file_sha256  bytea,
     file_bytes   bigint,
     submitted_at timestamptz NOT NULL,
     CONSTRAINT exhibits_file_check CHECK (num_nonnulls(file_name, file_sha256, file_bytes) IN (0, 3))
   )`,
  `CREATE INDEX exhibits_dispute_id_idx ON exhibits (dispute_id, submitted_at, id)`,
  `CREATE INDEX exhibits_account_id_idx ON exhibits (account_id)`,
  `CREATE TABLE appeals (
     id         uuid        CONSTRAINT appeals_pkey PRIMARY KEY,
     dispute_id uuid        NOT NULL CONSTRAINT appeals_dispute_id_fkey REFERENCES disputes (id),
     account_id uuid        CONSTRAINT appeals_account_id_fkey REFERENCES accounts (id) ON DELETE SET NULL,
     claimant   text        NOT NULL,
     text       text        NOT NULL,
     link       text,
     made_at    timestamptz NOT NULL,
     decided_at timestamptz,
     decided_by uuid        CONSTRAINT appeals_decided_by_fkey REFERENCES accounts (id) ON DELETE SET NULL,
     outcome    text        CONSTRAINT appeals_outcome_check CHECK (outcome IN ('upheld', 'dismissed')),
     reason     text,
     CONSTRAINT appeals_decision_check CHECK (num_nonnulls(decided_at, outcome, reason) IN (0, 3))
   )`,
  // Each side once.
  `CREATE UNIQUE INDEX appeals_dispute_id_claimant_key ON appeals (dispute_id, claimant)`,
  `CREATE INDEX appeals_open_idx ON appeals (made_at, id) WHERE decided_at IS NULL`,
  `CREATE INDEX appeals_account_id_idx ON appeals (account_id)`,
  // Who may not decide an appeal, and what it was an appeal from.
  `ALTER TABLE disputes
     ADD COLUMN proposed_by   uuid CONSTRAINT disputes_proposed_by_fkey REFERENCES accounts (id),
     ADD COLUMN appealed_from uuid`,
];

const DOWN = [
  `ALTER TABLE disputes DROP COLUMN appealed_from, DROP COLUMN proposed_by`,
  `DROP TABLE appeals, exhibits`,
];
