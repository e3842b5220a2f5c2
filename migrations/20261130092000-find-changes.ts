import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What concerns a whole claimant changes every place that they ever spoke about or claimed. */
export class FindChanges20261130092000 implements MigrationInterface {
  readonly name = 'FindChanges20261130092000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX statements_claimant_idx ON statements (claimant)');
    await runner.query('CREATE INDEX claims_claimant_idx ON claims (claimant)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX claims_claimant_idx, statements_claimant_idx');
  }
}
