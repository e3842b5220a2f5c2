/** A copy of the log from which it cannot be refilled. Nothing of the log was changed. */
export class LogCopyUnusable extends Error {
  override readonly name = 'LogCopyUnusable';

  constructor(problem: string) {
    super(`The log cannot be refilled from this copy: ${problem}. Nothing was changed. Use another copy.`);
  }
}
