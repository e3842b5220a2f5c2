import type { DecisionCount } from '../../ports/log.js';
import type { Registry } from '../../registry.js';

export type DecidedBy = 'day' | 'week';

const DAY = 24 * 60 * 60 * 1000;
/** Days of UTC, this one among them. */
const LOOKED_BACK = { day: 14, week: 12 * 7 } as const;

/** One day or week, with how often was decided for each reason. */
export interface DecidedThen {
  /** Its first day, like `2026-11-30`; a week begins on Monday. */
  readonly from: string;
  readonly count: number;
  readonly reasons: readonly Pick<DecisionCount, 'reason' | 'count'>[];
}

/** What moderators decided in the last fourteen days, or twelve weeks, the latest first; those without any are among them. */
export async function readDecisions({ store, clock }: Registry, by: DecidedBy): Promise<DecidedThen[]> {
  const today = Math.floor(clock().getTime() / DAY);
  // Day 0 was a Thursday.
  const last = by === 'day' ? today : today - ((today + 3) % 7);
  const step = by === 'day' ? 1 : 7;
  const first = last - LOOKED_BACK[by] + step;
  const counts = await store.audit.decisions(new Date(first * DAY), by);
  return Array.from({ length: LOOKED_BACK[by] / step }, (_, at) => {
    const from = new Date((last - at * step) * DAY).toISOString().slice(0, 10);
    const reasons = counts.filter((count) => count.from === from);
    return { from, count: reasons.reduce((sum, { count }) => sum + count, 0), reasons };
  });
}
