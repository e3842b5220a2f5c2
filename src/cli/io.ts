/**
 * A command's surroundings: where it prints, and which folder its paths start from. A command never touches `process`, so
 * that it runs the same in its own process and inside a running server.
 */
export interface CommandIo {
  readonly cwd: string;
  /** Whether somebody watches the error stream: progress is then one line drawn over, else a line now and then. */
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly signal: AbortSignal;
  /** Absent where the command runs in another process than it was typed in. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}

/** Exit codes of every command; the contract that scripts rely on. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Snapshot or store missing, stale or not verifiable: nothing may be concluded. */
  noEvidence: 3,
  unreadableInput: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
