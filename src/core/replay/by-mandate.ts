/**
 * What agents say about all that they speak for: a statement about a whole account with the basis `mandate` reaches the claims of
 * those who gave its claimant a mandate, for as long as that is in force (decision rules v1, no. 2).
 */
import { type Assurance } from '../consent/assurance.js';
import { type MandateGrade, bestGrade, lendsTo } from '../consent/mandate-grade.js';
import type { Preference } from '../consent/preference.js';
import { ownLevel } from './claim-standing.js';
import { type Moment, gradesOf, mandatedSince } from './mandate-in-force.js';
import type { ClaimRecord, ClaimantRecord, StatementRecord } from './replay-state.js';

/** What an agent says about everything that they speak for. */
export function mandatedStatements(agent: ClaimantRecord): readonly StatementRecord[] {
  return agent.accountStatements.filter(({ basis }) => basis === 'mandate');
}

/** Those who speak at a moment for the claimant of a claim about it, and have said something about all that they speak for. */
export function agentsFor(claim: ClaimRecord, moment: Moment): ClaimantRecord[] {
  return [...claim.claimant.agents].filter(
    (agent) => mandatedStatements(agent).length > 0 && gradesOf(agent, claim, moment).length > 0,
  );
}

/** Since which leaf an agent speaks for one of these claims: the first that was both made and put under a mandate that is not revoked. */
export function reachedSince(agent: ClaimantRecord, claims: readonly ClaimRecord[], size: number): number {
  return claims.reduce(
    (first, claim) => Math.min(first, Math.max(claim.index, mandatedSince(agent, claim, size))),
    Infinity,
  );
}

/** What claims of others give a statement by an agent: the levels that it may rest on, and the best mandate behind it. */
export function lentTo(
  agent: ClaimantRecord,
  preference: Preference,
  claims: readonly ClaimRecord[],
  moment: Moment,
): { readonly levels: (Assurance | undefined)[]; readonly mandate: MandateGrade | undefined } {
  const lending = claims.map((claim) => ({ claim, grades: gradesOf(agent, claim, moment) }));
  return {
    levels: lending
      .filter(({ grades }) => grades.some((grade) => lendsTo(grade, preference)))
      .map(({ claim }) => ownLevel(claim, moment.size)),
    mandate: bestGrade(lending.flatMap(({ grades }) => grades)),
  };
}
