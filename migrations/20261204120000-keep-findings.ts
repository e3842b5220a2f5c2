import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What signed files that claimants gave with a claim say of themselves; the files are not kept. */
export class KeepFindings20261204120000 implements MigrationInterface {
  readonly name = 'KeepFindings20261204120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE original_findings');
  }
}

const UP = `
  CREATE TABLE original_findings (
    id       uuid        CONSTRAINT original_findings_pkey PRIMARY KEY,
    claim_id uuid        NOT NULL CONSTRAINT original_findings_claim_id_fkey REFERENCES claims (id) ON DELETE CASCADE,
    sha256   bytea       NOT NULL,
    size     integer     NOT NULL,
    finding  jsonb       NOT NULL,
    read_at  timestamptz NOT NULL,
    CONSTRAINT original_findings_claim_id_sha256_key UNIQUE (claim_id, sha256)
  )`;
