import type { QueryRunner } from 'typeorm';

/** A transaction while its work is under way. */
export class OpenTransaction {
  readonly runner: QueryRunner;
  isOpen = true;
  /** The first error of a statement. PostgreSQL would answer COMMIT with a silent rollback after one. */
  failure: { readonly error: unknown } | undefined;

  constructor(runner: QueryRunner) {
    this.runner = runner;
  }
}
