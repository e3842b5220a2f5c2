import type { CommandIo } from '../../src/cli/io.js';

export interface RecordingIo extends CommandIo {
  /** What was printed, without telling the two streams apart. */
  printed(): string;
}

/** The surroundings of a command whose output a test looks at. */
export function recordingIo(cwd = '/some/folder'): RecordingIo {
  let text = '';
  const print = (part: string): void => {
    text += part;
  };
  return {
    cwd,
    isTerminal: false,
    columns: 80,
    signal: new AbortController().signal,
    out: print,
    err: print,
    printed: () => text,
  };
}
