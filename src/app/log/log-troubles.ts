import { NoRoom } from '../ports/no-room.js';
import { WritingStopped } from '../ports/writing-stopped.js';
import type { LogWitnesses } from './ask-witnesses.js';
import { LogReadOnly, logReadOnly, type LogTrouble } from './log-status.js';

/** What is known to be wrong with a log that is open. */
export class LogTroubles {
  readonly #witnesses: Pick<LogWitnesses, 'trouble'> | undefined;
  /** Until somebody has mended it. */
  #lasting: LogTrouble | undefined;
  #isFull = false;

  constructor(witnesses: Pick<LogWitnesses, 'trouble'> | undefined) {
    this.#witnesses = witnesses;
  }

  get told(): LogTrouble | undefined {
    return this.#untilMended ?? (this.#isFull ? 'full' : undefined);
  }

  /** Whether the last write found no room. Only the next can tell whether there is some again. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Throws `LogReadOnly` for what does not pass by itself. */
  refuse(): void {
    const told = this.#untilMended;
    if (told !== undefined) throw logReadOnly(told);
  }

  /** Takes what was found by looking at everything. */
  found(trouble: LogTrouble | undefined): void {
    this.#lasting = trouble;
  }

  roomFound(): void {
    this.#isFull = false;
  }

  /** Takes what work on the log ended with, and gives what to tell whoever asked for it. */
  tell(error: unknown): unknown {
    if (error instanceof NoRoom) {
      this.#isFull = true;
      return logReadOnly('full', { cause: error });
    }
    const told = error instanceof WritingStopped ? logReadOnly('stopped', { cause: error }) : error;
    if (told instanceof LogReadOnly) this.#lasting = told.trouble;
    return told;
  }

  get #untilMended(): LogTrouble | undefined {
    return this.#lasting ?? this.#witnesses?.trouble();
  }
}
