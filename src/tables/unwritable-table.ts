/** A format cannot hold what is to be written; the message says which can. */
export class UnwritableTable extends Error {
  override readonly name = 'UnwritableTable';

  constructor(path: string, reason: string, cause: unknown) {
    super(`${path} cannot be written: ${reason}`, { cause });
  }
}
