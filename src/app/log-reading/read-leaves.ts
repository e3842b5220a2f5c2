import type { LogEntry, LogStore } from '../ports/log.js';

/** Leaves read at once: as many as an entry bundle holds. */
const WINDOW = 256n;

/** The leaves at these indexes, in order; undefined where the log has none. Those that lie close together are read at once. */
export async function readLeaves(
  log: LogStore,
  indexes: readonly bigint[],
): Promise<(LogEntry | undefined)[]> {
  const found = new Map<bigint, LogEntry>();
  for (const [first, last] of windowsOf(indexes)) {
    for (const entry of await log.byIndex(first, Number(last - first) + 1)) found.set(entry.index, entry);
  }
  return indexes.map((index) => found.get(index));
}

/** The fewest ranges of at most `WINDOW` indexes that hold all of these. */
function windowsOf(indexes: readonly bigint[]): [first: bigint, last: bigint][] {
  const windows: [bigint, bigint][] = [];
  for (const index of [...indexes].sort((a, b) => (a < b ? -1 : 1))) {
    const open = windows.at(-1);
    if (open !== undefined && index - open[0] < WINDOW) open[1] = index;
    else windows.push([index, index]);
  }
  return windows;
}
