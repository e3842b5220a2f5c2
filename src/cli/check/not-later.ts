/** The answers are older than those that the dataset was filtered by, or of another log: what changed cannot be told. */
export class NotLater extends Error {
  override readonly name = 'NotLater';
}
