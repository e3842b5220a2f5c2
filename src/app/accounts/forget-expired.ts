import type { Registry } from '../registry.js';

/** Deletes what is past its time: sessions, mailed codes, counts of attempts. It has no effect any more; the house is kept clean. */
export async function forgetExpired({
  store,
  clock,
}: Registry): Promise<{ sessions: number; codes: number; flows: number; attempts: number }> {
  const now = clock();
  return {
    sessions: await store.sessions.removeExpired(now),
    codes: await store.oneTimeCodes.removeExpired(now),
    flows: await store.signInFlows.removeExpired(now),
    attempts: await store.attempts.removeExpired(now),
  };
}
