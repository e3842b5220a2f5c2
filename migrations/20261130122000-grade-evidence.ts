import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a claim was proven by and when that is looked at again; codes that were mailed to a domain; why a check failed. */
export class GradeEvidence20261130122000 implements MigrationInterface {
  readonly name = 'GradeEvidence20261130122000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE challenges ADD COLUMN last_reason text`,
  `CREATE TABLE proofs (
     claim_id      uuid        CONSTRAINT proofs_pkey PRIMARY KEY
                               CONSTRAINT proofs_claim_id_fkey REFERENCES claims (id) ON DELETE CASCADE,
     method        text        NOT NULL
                               CONSTRAINT proofs_method_check
                               CHECK (method IN ('well-known-file', 'dns-txt', 'html-link', 'domain-mail',
                                                 'openid-connect')),
     token         text,
     proven_at     timestamptz NOT NULL,
     checked_at    timestamptz NOT NULL,
     due_at        timestamptz NOT NULL,
     failing_since timestamptz,
     last_reason   text,
     last_problem  text,
     lapsed_at     timestamptz
   )`,
  `CREATE INDEX proofs_due_at_idx ON proofs (due_at, claim_id) WHERE lapsed_at IS NULL`,
  // Until now every proof was a file, which could be removed once it was found: everybody is given time to put it back.
  `INSERT INTO proofs (claim_id, method, token, proven_at, checked_at, due_at)
   SELECT DISTINCT ON (claim_id) claim_id, 'well-known-file', token, met_at, met_at, now() + interval '30 days'
   FROM challenges JOIN claims ON claims.id = claim_id
   WHERE met_at IS NOT NULL AND account_id IS NOT NULL
   ORDER BY claim_id, met_at DESC`,
  `CREATE TABLE claim_codes (
     claim_id   uuid        CONSTRAINT claim_codes_pkey PRIMARY KEY
                            CONSTRAINT claim_codes_claim_id_fkey REFERENCES claims (id) ON DELETE CASCADE,
     email      text        NOT NULL,
     code_hash  bytea       NOT NULL,
     guesses    integer     NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
];

const DOWN = [`DROP TABLE claim_codes, proofs`, `ALTER TABLE challenges DROP COLUMN last_reason`];
