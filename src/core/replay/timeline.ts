/**
 * Something that changes now and then in the course of a log, with the index of the leaf that changed it. Kept whole, so
 * that one pass over the log answers for every size.
 */
export type Timeline<Value> = { readonly index: number; readonly value: Value }[];

/** Notes a change. Leaves come in order, so `index` is never smaller than the one before; the last of one leaf holds. */
export function noteChange<Value>(timeline: Timeline<Value>, index: number, value: Value): void {
  timeline.push({ index, value });
}

/** What held when the log had `size` leaves; undefined when nothing had been noted yet. */
export function valueAt<Value>(timeline: Timeline<Value>, size: number): Value | undefined {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeline[middle]?.index ?? Infinity) < size) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return timeline[low - 1]?.value;
}

/** Notes that a number of things in force grew or shrank. */
export function noteCount(timeline: Timeline<number>, index: number, change: 1 | -1): void {
  noteChange(timeline, index, (timeline.at(-1)?.value ?? 0) + change);
}
