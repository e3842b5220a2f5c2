import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that are told when the log has grown. */
export class TellOfGrowth20261130094000 implements MigrationInterface {
  readonly name = 'TellOfGrowth20261130094000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE webhooks (
         id              uuid        NOT NULL CONSTRAINT webhooks_pkey PRIMARY KEY,
         account_id      uuid        NOT NULL CONSTRAINT webhooks_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE,
         url             text        NOT NULL,
         secret          bytea       NOT NULL,
         created_at      timestamptz NOT NULL,
         told_size       bigint      NOT NULL CONSTRAINT webhooks_told_size_check CHECK (told_size >= 0),
         failing_since   timestamptz,
         failures        integer     NOT NULL,
         next_attempt_at timestamptz,
         disabled_at     timestamptz,
         attempts        jsonb       NOT NULL
       )`,
    );
    await runner.query('CREATE INDEX webhooks_account_id_idx ON webhooks (account_id)');
    await runner.query(
      'CREATE INDEX webhooks_due_idx ON webhooks (next_attempt_at) WHERE disabled_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhooks');
  }
}
