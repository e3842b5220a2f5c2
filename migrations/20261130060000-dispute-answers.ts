import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What it takes that answers can be in dispute as claims can: causes, the two who oppose each other, and how it ended. */
export class DisputeAnswers20261130060000 implements MigrationInterface {
  readonly name = 'DisputeAnswers20261130060000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const HOST = `split_part(split_part(expression, '/', 1), ':', 1)`;

const UP = [
  `ALTER TABLE disputes ADD COLUMN cause text, ADD COLUMN no_by text, ADD COLUMN yes_by text,
                        ADD COLUMN lapses_at timestamptz, ADD COLUMN runs_out_at timestamptz,
                        ADD COLUMN closing_reason text`,
  // A dispute ends in the words of the log; what a moderator wrote stands beside them.
  `UPDATE disputes SET
     cause = 'rival-claims',
     closing_reason = CASE WHEN closed_at IS NULL THEN NULL
                           WHEN outcome = 'withdrawn' THEN 'claimant-withdrew' ELSE 'evidence-reviewed' END,
     reason = CASE outcome WHEN 'withdrawn' THEN NULL ELSE reason END,
     outcome = CASE WHEN closed_at IS NULL THEN NULL
                    WHEN outcome = 'none-upheld' THEN outcome ELSE 'claim-upheld' END`,
  `ALTER TABLE disputes
     ALTER COLUMN cause SET NOT NULL,
     ADD CONSTRAINT disputes_cause_check CHECK (cause IN ('no-against-yes', 'rival-claims', 'report')),
     ADD CONSTRAINT disputes_sides_check
       CHECK (num_nonnulls(no_by, yes_by, lapses_at) = CASE cause WHEN 'no-against-yes' THEN 3 ELSE 0 END),
     ADD CONSTRAINT disputes_outcome_check
       CHECK (CASE cause WHEN 'no-against-yes' THEN outcome IN ('no-stands', 'yes-stands', 'settled')
                         ELSE outcome IN ('claim-upheld', 'none-upheld') END),
     ADD CONSTRAINT disputes_closing_check
       CHECK (num_nonnulls(closed_at, outcome, closing_reason) IN (0, 3)
              AND closing_reason IN ('no-evidence-in-time', 'evidence-reviewed', 'claimant-withdrew'))`,
  `DROP INDEX disputes_open_key`,
  // At most one open dispute of claims about a place, and at most one of answers between two claimants about it.
  `CREATE UNIQUE INDEX disputes_open_key ON disputes (kind, subject_digest)
     WHERE closed_at IS NULL AND cause <> 'no-against-yes'`,
  `CREATE UNIQUE INDEX disputes_open_answers_key ON disputes (subject_digest, kind, no_by, yes_by)
     WHERE closed_at IS NULL AND cause = 'no-against-yes'`,
  `CREATE INDEX disputes_no_by_idx ON disputes (no_by, yes_by)`,
  `CREATE INDEX disputes_yes_by_idx ON disputes (yes_by) WHERE closed_at IS NULL`,
  `CREATE INDEX disputes_due_idx ON disputes (LEAST(lapses_at, runs_out_at), id)
     WHERE closed_at IS NULL AND cause = 'no-against-yes'`,
  `CREATE INDEX dispute_claims_claim_id_idx ON dispute_claims (claim_id)`,
  // The answers that oppose each other.
  `CREATE TABLE dispute_statements (
     dispute_id   uuid  NOT NULL CONSTRAINT dispute_statements_dispute_id_fkey REFERENCES disputes (id) ON DELETE CASCADE,
     statement_id bytea NOT NULL CONSTRAINT dispute_statements_statement_id_fkey REFERENCES statements (id),
     CONSTRAINT dispute_statements_pkey PRIMARY KEY (dispute_id, statement_id)
   )`,
  `CREATE INDEX dispute_statements_statement_id_idx ON dispute_statements (statement_id)`,
  // Single addresses by the place that they lie in, as entries are indexed.
  `CREATE INDEX claims_address_idx ON claims ((left(expression, 512)) COLLATE "C") WHERE kind = 'url'`,
  `CREATE INDEX claims_host_idx ON claims ((left(reverse(${HOST}), 255) || '.') COLLATE "C") WHERE kind = 'url'`,
];

/** Fails once answers were in dispute: the tables of before cannot hold that. */
const DOWN = [
  `DROP INDEX claims_host_idx, claims_address_idx, dispute_claims_claim_id_idx, disputes_due_idx,
               disputes_yes_by_idx, disputes_no_by_idx, disputes_open_answers_key, disputes_open_key`,
  `DROP TABLE dispute_statements`,
  `ALTER TABLE disputes DROP CONSTRAINT disputes_closing_check, DROP CONSTRAINT disputes_outcome_check,
                        DROP CONSTRAINT disputes_sides_check,
                        ADD CONSTRAINT disputes_cause_known CHECK (cause = 'rival-claims')`,
  `UPDATE disputes SET
     outcome = CASE WHEN closing_reason = 'claimant-withdrew' THEN 'withdrawn'
                    WHEN outcome = 'claim-upheld' THEN 'upheld' ELSE outcome END,
     reason = CASE WHEN closing_reason = 'claimant-withdrew' THEN 'All other claimants withdrew.' ELSE reason END`,
  `ALTER TABLE disputes DROP COLUMN cause, DROP COLUMN no_by, DROP COLUMN yes_by, DROP COLUMN lapses_at,
                        DROP COLUMN runs_out_at, DROP COLUMN closing_reason`,
  `CREATE UNIQUE INDEX disputes_open_key ON disputes (kind, subject_digest) WHERE closed_at IS NULL`,
];
