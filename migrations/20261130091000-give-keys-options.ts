import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key may be strict with clients that take no answer for permission, and may have a quota of its own. */
export class GiveKeysOptions20261130091000 implements MigrationInterface {
  readonly name = 'GiveKeysOptions20261130091000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE api_keys
         ADD COLUMN is_strict boolean NOT NULL DEFAULT false,
         ADD COLUMN checks_per_minute integer CONSTRAINT api_keys_checks_per_minute_check CHECK (checks_per_minute > 0)`,
    );
    await runner.query('ALTER TABLE api_keys ALTER COLUMN is_strict DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_keys DROP COLUMN is_strict, DROP COLUMN checks_per_minute');
  }
}
