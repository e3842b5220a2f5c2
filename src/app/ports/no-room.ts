/** What is written to is full. Nothing of what was asked for was written; once there is room again, writing goes on. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';

  constructor(options?: ErrorOptions) {
    super('There is no room left to write to. Free some on the disk; then it goes on by itself.', options);
  }
}
