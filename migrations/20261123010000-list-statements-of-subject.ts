import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements are listed by what they are about, the newest first. */
export class ListStatementsOfSubject20261123010000 implements MigrationInterface {
  readonly name = 'ListStatementsOfSubject20261123010000';

  async up(runner: QueryRunner): Promise<void> {
    // By the whole digest: a key of 64 bits can be forged, and a list would then be read past what others put in its way.
    await runner.query('CREATE INDEX statements_subject_idx ON statements (subject_digest, kind, log_index)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX statements_subject_idx');
  }
}
