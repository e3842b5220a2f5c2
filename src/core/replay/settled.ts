import { type Assurance, isAssured } from '../consent/assurance.js';
import { provenLevel } from './claim-standing.js';
import type { ClaimantRecord, Settlement } from './replay-state.js';

/** What somebody said, or claimed, about a subject: who, since which leaf, and what they have reached there. */
export interface Utterance {
  readonly claimant: ClaimantRecord;
  readonly since: number;
  readonly assurance: Assurance;
}

/**
 * Whether something said comes too late, because a dispute about its subject was decided before. While an upheld claim
 * stands, a losing side is heard again only with what the decision rests on, and after a no was found to be without
 * ground, nobody's mere word is heard either.
 */
export function comesTooLate(
  { claimant, since, assurance }: Utterance,
  settlements: readonly Settlement[],
  size: number,
): boolean {
  return settlements.some((settlement) => {
    const { index, upheld, losers, bindsAll } = settlement;
    const isSettled = index < size && since > index && !upheld.some((claim) => claim.claimant === claimant);
    const level = isSettled ? levelNow(settlement, size) : undefined;
    if (level === undefined) {
      return false;
    }
    return losers.has(claimant) ? !isAssured(assurance, level) : bindsAll && assurance === 'asserted';
  });
}

/** What was reached later makes no earlier word too late. */
function levelNow({ upheld, level }: Settlement, size: number): Assurance | undefined {
  const now = provenLevel(upheld, size);
  return now !== undefined && isAssured(now, level) ? level : now;
}
