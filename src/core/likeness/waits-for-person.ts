/**
 * When a work would match so much that no machine may let it: a logo, a blank page, a picture that everybody uses. A no by content
 * would forbid all of them at once, so a person looks first.
 */

/** Entries that a work may meet, beside its declarer's own, before somebody has to look. */
export const MOST_UNRELATED = 1_000;

/** An entry that a work matches. */
export interface MetEntry {
  /** Its canonical address: the same address in several datasets is met once. */
  readonly canonical: string;
  /** Whether it lies at a place that the work's declarer has proven. */
  readonly isDeclarers: boolean;
}

/** Whether a work that matches these entries waits for a person. Counts no further than it has to. */
export function waitsForPerson(met: Iterable<MetEntry>): boolean {
  const unrelated = new Set<string>();
  for (const { canonical, isDeclarers } of met) {
    if (!isDeclarers) unrelated.add(canonical);
    if (unrelated.size > MOST_UNRELATED) return true;
  }
  return false;
}
