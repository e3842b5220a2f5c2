import { UnreadableSource } from '../app/ports/tables.js';

/** The file is not there, not of its format, or damaged; nothing may be concluded from it. */
export class UnreadableTable extends UnreadableSource {
  override readonly name = 'UnreadableTable';

  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path} cannot be read: ${reason}`);
  }
}
