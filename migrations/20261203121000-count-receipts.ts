import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts in the log by where they stand, so that those since an answer are counted without reading the log. */
export class CountReceipts20261203121000 implements MigrationInterface {
  readonly name = 'CountReceipts20261203121000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX log_entries_receipts_idx ON log_entries (index) WHERE kind = 'receipt'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX log_entries_receipts_idx`);
  }
}
