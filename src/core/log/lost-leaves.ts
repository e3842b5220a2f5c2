import type { LogContinuation } from './key-leaf.js';

/** Leaves of a log that another one continues, and that are lost; the first and the last of them. */
export interface LostLeaves {
  /** Of the log that had them. */
  readonly origin: string;
  readonly from: number;
  readonly to: number;
}

/** Undefined when nothing is lost. */
export function lostLeaves({ origin, held, size }: Omit<LogContinuation, 'root'>): LostLeaves | undefined {
  return held < size ? { origin, from: held, to: size - 1 } : undefined;
}
