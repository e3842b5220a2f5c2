import { copyLogFiles } from './copy-log-files.js';
import type { LogFolder } from '../ports/log-folder.js';
import type { LogFileSource } from './log-file-source.js';

export interface KeptFolder {
  /** Brings the folder up to the log soon. */
  touch(): void;
  /** Brings it up now, and waits for it. */
  settle(): Promise<void>;
}

/** Nobody waits for the files, and a busy log would write the same partial tile over and over. */
const REST_MS = 500;

/**
 * Keeps a folder up with the log while it grows.
 * @param failed is told when it could not be brought up; the next change tries again
 */
export function keepLogFolder(
  source: LogFileSource,
  folder: LogFolder,
  failed: (error: unknown) => void,
): KeptFolder {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const copy = () => {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(() => copyLogFiles(source, folder)).then(() => undefined, failed);
    return running;
  };
  return {
    touch() {
      timer ??= setTimeout(() => void copy(), REST_MS).unref();
    },
    settle: copy,
  };
}
