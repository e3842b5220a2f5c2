import type { LogEntry, LogStore } from '../ports/log.js';

/** The leaves at these indexes, in order; undefined where the log has none. One query for all. */
export async function readLeaves(
  log: LogStore,
  indexes: readonly bigint[],
): Promise<(LogEntry | undefined)[]> {
  const entries = await log.atIndexes([...new Set(indexes)]);
  const found = new Map(entries.map((entry) => [entry.index, entry]));
  return indexes.map((index) => found.get(index));
}
