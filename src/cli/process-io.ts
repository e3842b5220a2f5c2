import type { CommandIo } from './io.js';

/** This process's own streams; an interrupt aborts the command so that it ends between two batches. */
export function processIo(): CommandIo {
  const interruption = new AbortController();
  process.once('SIGINT', () => {
    interruption.abort();
  });
  return {
    cwd: process.cwd(),
    isTerminal: process.stderr.isTTY,
    columns: process.stderr.columns || 100,
    signal: interruption.signal,
    stdin: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}
