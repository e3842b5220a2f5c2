import type { QueryRunner } from 'typeorm';

/** A transaction while its work is under way. */
export class OpenTransaction {
  readonly runner: QueryRunner;
  isOpen = true;
  /** The first error of a statement. PostgreSQL would answer COMMIT with a silent rollback after one. */
  failure: { readonly error: unknown } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(runner: QueryRunner) {
    this.runner = runner;
  }

  /**
   * Runs pieces of work one after the other in the order they came, so that what is asked for at once cannot slip
   * between a savepoint and its end.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
