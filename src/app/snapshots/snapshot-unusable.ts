/** There is no snapshot to answer from, or none that may be relied on: nothing may be concluded. */
export class SnapshotUnusable extends Error {
  override readonly name = 'SnapshotUnusable';

  constructor(
    /** Stable; programs may compare it. */
    readonly code: string,
    /** What is wrong, and what to do. */
    message: string,
  ) {
    super(message);
  }
}
