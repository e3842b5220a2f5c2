import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What it takes that a no which was carried to an address can be in dispute: how the log names the address of a dispute on which nobody has a
 * claim, and matches by where they lie.
 */
export class CarryNoes20261203130000 implements MigrationInterface {
  readonly name = 'CarryNoes20261203130000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const HOST = `split_part(split_part(canonical, '/', 1), ':', 1)`;
const STANDS = `state IN ('matched', 'confirmed')`;

const UP = [
  `ALTER TABLE disputes ADD COLUMN subject_key bigint, ADD COLUMN canon integer`,
  `UPDATE disputes SET (subject_key, canon) = (
     SELECT claims.subject_key, claims.canon FROM claims
     WHERE claims.kind = disputes.kind AND claims.subject_digest = disputes.subject_digest
     ORDER BY created_at DESC LIMIT 1)`,
  `CREATE INDEX disputes_subject_digest_idx ON disputes (subject_digest)`,
  `CREATE INDEX work_matches_subject_digest_idx ON work_matches (subject_digest)`,
  // As addresses of claims and entries are indexed.
  `CREATE INDEX work_matches_address_idx ON work_matches ((left(canonical, 512)) COLLATE "C") WHERE ${STANDS}`,
  `CREATE INDEX work_matches_host_idx
     ON work_matches ((left(reverse(${HOST}), 255) || '.') COLLATE "C") WHERE ${STANDS}`,
];

const DOWN = [
  `DROP INDEX work_matches_host_idx, work_matches_address_idx, work_matches_subject_digest_idx, disputes_subject_digest_idx`,
  `ALTER TABLE disputes DROP COLUMN subject_key, DROP COLUMN canon`,
];
