import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matches are found by their claim and their claimant: `matchesKey` of src/core/log/leaf-keys.ts, for those that are there already. */
export class FindMatches20261201115000 implements MigrationInterface {
  readonly name = 'FindMatches20261201115000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO log_references (key, index) ${KEYS} ON CONFLICT DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM log_references WHERE (key, index) IN (${KEYS})`);
  }
}

/** The complement of the first 64 bits of the id. */
const KEYS = `
  SELECT DISTINCT ~(('x' || substr(id, 1, 16))::bit(64)::bigint), index
  FROM log_entries
  CROSS JOIN LATERAL (SELECT convert_from(leaf, 'UTF8')::json AS said) AS read
  CROSS JOIN LATERAL (VALUES (said ->> 'claim'), (said ->> 'claimant')) AS named (id)
  WHERE kind = 'match'`;
