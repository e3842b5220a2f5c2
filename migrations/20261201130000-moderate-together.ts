import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of anybody, decisions that wait for a second person, suspensions, and what moderators keep beside a case. */
export class ModerateTogether20261201130000 implements MigrationInterface {
  readonly name = 'ModerateTogether20261201130000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE reports (
     id             uuid        CONSTRAINT reports_pkey PRIMARY KEY,
     kind           text        NOT NULL
                                CONSTRAINT reports_kind_check CHECK (kind IN ('objection', 'false-claim', 'illegal')),
     place_kind     text        NOT NULL
                                CONSTRAINT reports_place_kind_check CHECK (place_kind IN ('url', 'path', 'domain')),
     expression     text        NOT NULL,
     subject_digest bytea       NOT NULL,
     account_id     uuid        CONSTRAINT reports_account_id_fkey REFERENCES accounts (id),
     text           text        NOT NULL,
     link           text,
     email          text,
     made_at        timestamptz NOT NULL,
     decided_at     timestamptz,
     decided_by     uuid        CONSTRAINT reports_decided_by_fkey REFERENCES accounts (id),
     outcome        text        CONSTRAINT reports_outcome_check CHECK (outcome IN ('upheld', 'dismissed')),
     reason         text,
     CONSTRAINT reports_decision_check CHECK (num_nonnulls(decided_at, outcome, reason) IN (0, 3))
   )`,
  `CREATE INDEX reports_open_idx ON reports (made_at, id) WHERE decided_at IS NULL`,
  `CREATE INDEX reports_decided_at_idx ON reports (decided_at) WHERE decided_at IS NOT NULL`,
  `CREATE INDEX reports_account_id_idx ON reports (account_id)`,
  `CREATE TABLE proposals (
     id          uuid        CONSTRAINT proposals_pkey PRIMARY KEY,
     action      text        NOT NULL,
     target      text        NOT NULL,
     claim_ids   uuid[]      NOT NULL,
     input       jsonb       NOT NULL,
     proposed_by uuid        NOT NULL CONSTRAINT proposals_proposed_by_fkey REFERENCES accounts (id),
     proposed_at timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX proposals_target_key ON proposals (target)`,
  `CREATE INDEX proposals_claim_ids_idx ON proposals USING gin (claim_ids)`,
  `CREATE TABLE suspensions (
     id            uuid        CONSTRAINT suspensions_pkey PRIMARY KEY,
     claimant      text,
     statement_ids bytea[],
     cause         text        NOT NULL,
     suspended_at  timestamptz NOT NULL,
     lifted_at     timestamptz,
     CONSTRAINT suspensions_subject_check CHECK (num_nonnulls(claimant, statement_ids) = 1)
   )`,
  `CREATE INDEX suspensions_claimant_idx ON suspensions (claimant) WHERE lifted_at IS NULL`,
  `CREATE TABLE case_holds (
     item       text        CONSTRAINT case_holds_pkey PRIMARY KEY,
     held_by    uuid        NOT NULL CONSTRAINT case_holds_held_by_fkey REFERENCES accounts (id) ON DELETE CASCADE,
     held_until timestamptz NOT NULL
   )`,
  `CREATE TABLE case_notes (
     id         uuid        CONSTRAINT case_notes_pkey PRIMARY KEY,
     item       text        NOT NULL,
     author_id  uuid        CONSTRAINT case_notes_author_id_fkey REFERENCES accounts (id) ON DELETE SET NULL,
     text       text        NOT NULL,
     written_at timestamptz NOT NULL
   )`,
  `CREATE INDEX case_notes_item_idx ON case_notes (item, written_at, id)`,
  // What is alike is decided as one: the fingerprint of what was written, by which it is found again.
  `ALTER TABLE evidence ADD COLUMN wording bytea`,
];

const DOWN = [
  `ALTER TABLE evidence DROP COLUMN wording`,
  `DROP TABLE case_notes, case_holds, suspensions, proposals, reports`,
];
