const TOUCH_INTERVAL_MS = 5 * 60_000;

/** Whether "last used" is old enough to be written again: a busy client must not cost a write a request. */
export function isWorthTouching(lastUsedAt: Date | undefined, now: Date): boolean {
  return lastUsedAt === undefined || now.getTime() - lastUsedAt.getTime() >= TOUCH_INTERVAL_MS;
}
