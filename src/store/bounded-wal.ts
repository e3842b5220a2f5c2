/**
 * How many files of the write-ahead log may come together, of 16 MiB each: after a crash all that they hold is done again
 * before anything is answered.
 */
const MOST_FILES = 4;

export interface BoundedWal {
  /** Takes how many files there are. Nobody waits for what follows from it. */
  readonly notice: (files: number) => void;
  /** Waits for what is under way. */
  readonly settled: () => Promise<void>;
}

/**
 * Keeps the write-ahead log of an embedded database short: it has no background process that would, so its log grows for
 * as long as it is open.
 * @param drop has the log begin anew
 * @param failed is told when it could not; the next notice tries again
 */
export function boundedWal(drop: () => Promise<void>, failed: (error: unknown) => void): BoundedWal {
  let running: Promise<void> | undefined;
  return {
    notice(files) {
      if (files <= MOST_FILES) return;
      running ??= drop()
        .catch(failed)
        .finally(() => {
          running = undefined;
        });
    },
    settled: async () => running,
  };
}
