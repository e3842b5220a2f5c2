import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims on addresses that nobody can read any more are found by what the catalogue knows of their keys. */
export class FindErasedNoes20261130080000 implements MigrationInterface {
  readonly name = 'FindErasedNoes20261130080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX claims_nameless_idx ON claims (subject_key) WHERE kind = 'url' AND expression IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX claims_nameless_idx');
  }
}
