/**
 * What stands at one subject, for who keeps answers and has digests to go by. It is told, not weighed: what an item is answered
 * depends on everything that covers it (places-as-of.ts).
 */
import { statementsInForce } from '../consent/in-force.js';
import type { StandingStatement } from '../consent/standing-statement.js';
import { expandAccountStatements } from '../consent/expand-account-statements.js';
import type { ContentLeafSubject, PlaceLeafSubject } from '../log/leaf-subject.js';
import { ownLevel, toldLevel } from './claim-standing.js';
import type { Moment } from './mandate-in-force.js';
import type { ClaimRecord, ClaimantRecord, ReplayState } from './replay-state.js';
import { comesTooLate } from './settled.js';
import { statementAsOf } from './statement-as-of.js';
import { statementsNamed } from './statements-about.js';
import { subjectName } from './subject-name.js';

export interface StandingAt {
  /** In force at the moment, by log index; what was said about a whole account is among them. */
  readonly statements: readonly StandingStatement[];
  /** The claims of works that leaves say are to be found at a place. */
  readonly works: readonly string[];
}

/** What stands at a place or a work; undefined where no leaf before the size is about it. */
export function standingAt(
  state: ReplayState,
  subject: PlaceLeafSubject | ContentLeafSubject,
  moment: Moment,
): StandingAt | undefined {
  const name = subjectName(subject);
  const found = state.subjects.get(name);
  if (found === undefined) return undefined;
  const said = [...statementsNamed(state, name, moment), ...accountStatements(state, name, moment)];
  const inForce = statementsInForce(said, moment.at);
  const matches = (found.matches ?? []).filter(
    ({ index, removedAt }) => index < moment.size && (removedAt === undefined || removedAt >= moment.size),
  );
  return {
    statements: [...inForce].sort((one, other) => one.index - other.index),
    works: [...new Set(matches.map(({ claim }) => claim.id))],
  };
}

/** A claim brings its subject under what its claimant says about their whole account. */
function accountStatements(state: ReplayState, name: string, moment: Moment): StandingStatement[] {
  const { claims = [], settlements = [] } = state.subjects.get(name) ?? {};
  const bringing = new Map<ClaimantRecord, ClaimRecord>();
  for (const claim of claims) {
    if (ownLevel(claim, moment.size) !== undefined && !bringing.has(claim.claimant)) {
      bringing.set(claim.claimant, claim);
    }
  }
  return [...bringing].flatMap(([claimant, claim]) => {
    const assurance = toldLevel(claim, moment.size);
    return claimant.accountStatements.flatMap((record) => {
      const standing = statementAsOf(state, record, moment.size);
      if (standing === undefined) return [];
      const since = Math.max(record.index, claim.index);
      const late = comesTooLate({ claimant, since, assurance }, settlements, moment.size);
      const holding = {
        claimant: claimant.pseudonym,
        subject: claim.subject,
        capacity: claim.capacity,
        assurance,
      };
      return expandAccountStatements([{ ...standing, ...(late ? { suspended: true } : {}) }], [holding]);
    });
  });
}
