import type { PublishedMark } from '../ports/log-key.js';

export interface MarkWriter {
  /** Puts down a checkpoint soon; of several that come together only the last. */
  write(note: string): void;
  /** Waits for what is under way. */
  written(): Promise<void>;
}

/**
 * Keeps the mark of what was published up with the log without anybody waiting for it: a mark that lags behind only
 * notices less. One that cannot be written is told on the next start, when it is read.
 */
export function createMarkWriter(mark: PublishedMark | undefined): MarkWriter {
  let latest: string | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (latest !== undefined) {
      const note = latest;
      latest = undefined;
      await mark?.write(note).catch(() => undefined);
    }
    running = undefined;
  }

  return {
    write(note) {
      latest = note;
      running ??= run();
    },
    written: async () => running,
  };
}
