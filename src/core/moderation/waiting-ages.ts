const DAY = 24 * 60 * 60 * 1000;

/** From how many whole days on, the least first. */
export const AGES_FROM = [0, 1, 3, 7, 14, 30] as const;

/**
 * How many things have waited how long: one count for each of `AGES_FROM`, of those that have waited so long and not as long as the next.
 * @param since when each began to wait, in milliseconds since 1970
 */
export function waitingAges(since: readonly number[], now: number): number[] {
  const counts = AGES_FROM.map(() => 0);
  for (const moment of since) {
    const days = Math.max(0, (now - moment) / DAY);
    const at = AGES_FROM.findLastIndex((from) => from <= days);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
