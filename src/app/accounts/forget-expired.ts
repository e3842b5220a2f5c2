import { screenshotsSince } from '../claims/files/kept-for.js';
import type { Registry } from '../registry.js';

/** How long a report is kept after it was decided: a year, in milliseconds. */
const REPORTS_KEPT = 365 * 24 * 60 * 60 * 1000;

/** What is past its time, by kind. */
type Forgotten = Record<
  'sessions' | 'halves' | 'codes' | 'flows' | 'attempts' | 'files' | 'originals' | 'reports',
  number
>;

/** Deletes what is past its time: sessions, sign-ins that were left half done, mailed codes, counts of attempts, files and findings whose claim is over, reports that were decided a year ago. It has no effect any more; the house is kept clean. */
export async function forgetExpired({ store, clock }: Registry): Promise<Forgotten> {
  const now = clock();
  return {
    sessions: await store.sessions.removeExpired(now),
    halves: await store.halfSignIns.removeExpired(now),
    codes: await store.oneTimeCodes.removeExpired(now),
    flows: await store.signInFlows.removeExpired(now),
    attempts: await store.attempts.removeExpired(now),
    files: await store.keptFiles.removePast(screenshotsSince({ clock })),
    originals: await store.originalFindings.removePast(),
    reports: await store.reports.removeDecided(new Date(now.getTime() - REPORTS_KEPT)),
  };
}
