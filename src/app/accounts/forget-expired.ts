import type { Registry } from '../registry.js';

/** Deletes sessions and mailed codes that are past their time. They open nothing any more; this only keeps the house clean. */
export async function forgetExpired({
  store,
  clock,
}: Registry): Promise<{ sessions: number; codes: number }> {
  const now = clock();
  return {
    sessions: await store.sessions.removeExpired(now),
    codes: await store.oneTimeCodes.removeExpired(now),
  };
}
