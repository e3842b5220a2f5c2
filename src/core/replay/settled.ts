import { type Assurance, isAssured } from '../consent/assurance.js';
import { bestLevel, provenLevel } from './claim-standing.js';
import type { ClaimantRecord, Settlement } from './replay-state.js';

/** What somebody said, or claimed, about a subject: who, since which leaf, and what they have reached there. */
export interface Utterance {
  readonly claimant: ClaimantRecord;
  readonly since: number;
  readonly assurance: Assurance;
}

/** Whether something said comes too late, because a dispute about its subject was decided before. */
export function comesTooLate(
  utterance: Utterance,
  settlements: readonly Settlement[],
  size: number,
): boolean {
  const level = levelToBeHeard(utterance, settlements, size);
  return level !== undefined && !isAssured(utterance.assurance, level);
}

/**
 * What has to be reached so that something said is heard; undefined where no decided dispute demands anything. While an
 * upheld claim stands, a losing side is heard again only with what the decision rests on, and after a no was found to be
 * without ground, nobody's mere word is heard either.
 */
export function levelToBeHeard(
  { claimant, since }: Omit<Utterance, 'assurance'>,
  settlements: readonly Settlement[],
  size: number,
): Assurance | undefined {
  const demands = settlements
    .filter(({ index }) => since > index)
    .map((settlement) => {
      const level = levelFor(claimant, settlement, size);
      const isBound = level !== undefined && settlement.bindsAll;
      return settlement.losers.has(claimant) ? level : isBound ? 'verified' : undefined;
    });
  return bestLevel(demands);
}

/**
 * What a claim has to reach to contest a subject again that was decided; undefined where nothing was, or where the claimant
 * is among those who were upheld. Unlike what is said, a claim contests for whoever makes it: it would undo the decision.
 */
export function levelToContest(
  claimant: ClaimantRecord | undefined,
  settlements: readonly Settlement[],
  size: number,
): Assurance | undefined {
  return bestLevel(settlements.map((settlement) => levelFor(claimant, settlement, size)));
}

/** What a settlement rests on for others than those it upheld, as long as it does. */
function levelFor(
  claimant: ClaimantRecord | undefined,
  { index, upheld, level, annulledAt }: Settlement,
  size: number,
): Assurance | undefined {
  if (
    index >= size ||
    (annulledAt !== undefined && annulledAt < size) ||
    upheld.some((claim) => claim.claimant === claimant)
  ) {
    return undefined;
  }
  // What was reached later makes no earlier word too late.
  const now = provenLevel(upheld, size);
  return now !== undefined && isAssured(now, level) ? level : now;
}
