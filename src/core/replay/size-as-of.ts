import type { ReplayState } from './replay-state.js';

/** A log size, or a time (milliseconds since 1970 UTC) that stands for the last size the log had at it. */
export type AsOf = { readonly size: number } | { readonly time: number };

/** A question about leaves that nobody has read. */
export class SizeNotReachedError extends Error {
  override readonly name = 'SizeNotReachedError';
  readonly code = 'size-not-reached';
}

/** The size that is meant. Throws {@link SizeNotReachedError} when the log was not read so far, and for no size at all. */
export function sizeAsOf(state: ReplayState, asOf: AsOf): number {
  if ('time' in asOf) {
    return sizeAt(state, asOf.time);
  }
  const { size } = asOf;
  if (!Number.isInteger(size) || size < 0 || size > state.size) {
    throw new SizeNotReachedError(
      `The log was read up to size ${state.size}: ask about a size from 0 to that, or read on.`,
    );
  }
  return size;
}

/**
 * Where leaves are missing nobody knows when they were logged: they are taken to be in, so that what they may have said is
 * reckoned with.
 */
function sizeAt({ times, size }: ReplayState, time: number): number {
  if (Number.isNaN(time)) {
    throw new SizeNotReachedError('The question names no moment: pass the time in milliseconds since 1970.');
  }
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle]?.value ?? Infinity) <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return times[low]?.index ?? size;
}
