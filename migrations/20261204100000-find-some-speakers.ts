import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What some claimants say about a place is found without what all others say there: `saidKey` and `settledKey` of src/core/log/leaf-keys.ts, for
 * the leaves that are there already; and claims that hold a place without those that are open there.
 */
export class FindSomeSpeakers20261204100000 implements MigrationInterface {
  readonly name = 'FindSomeSpeakers20261204100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO log_references (key, index) ${KEYS} ON CONFLICT DO NOTHING`);
    await runner.query(
      `CREATE INDEX claims_held_idx ON claims (subject_digest) WHERE state IN ('active', 'disputed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX claims_held_idx');
    await runner.query(`DELETE FROM log_references WHERE (key, index) IN (${KEYS})`);
  }
}

/** The first 64 bits of what is written in hexadecimal. */
const BITS = (hexadecimal: string) => `('x' || substr(${hexadecimal}, 1, 16))::bit(64)::bigint`;

const KEYS = `
  SELECT CASE WHEN kind IN ('statement', 'claim') THEN ${BITS('place')} # ${BITS(`said ->> 'claimant'`)} ELSE ~ ${BITS('place')} END, index
  FROM log_entries
  CROSS JOIN LATERAL (SELECT convert_from(leaf, 'UTF8')::json AS said) AS read
  CROSS JOIN LATERAL (SELECT said -> 'subject' ->> 'xxh64' AS place) AS about
  WHERE kind IN ('statement', 'claim', 'match', 'dispute') AND place IS NOT NULL
    AND (kind <> 'dispute'
         OR (said ->> 'action' = 'close'
             AND (json_array_length(said -> 'suspends') > 0 OR said ->> 'upheld' IS NOT NULL)))`;
