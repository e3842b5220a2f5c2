/**
 * What stands at one subject, for who keeps answers and has digests to go by. It is told, not weighed: what an item is answered
 * depends on everything that covers it (places-as-of.ts).
 */
import type { Capacity } from '../consent/capacity.js';
import { statementsInForce } from '../consent/in-force.js';
import type { StandingStatement } from '../consent/standing-statement.js';
import { expandAccountStatements } from '../consent/expand-account-statements.js';
import type { ContentLeafSubject, PlaceLeafSubject } from '../log/leaf-subject.js';
import type { Subject } from '../consent/subject.js';
import { agentsFor, mandatedStatements, reachedSince } from './by-mandate.js';
import { ownLevel } from './claim-standing.js';
import type { Moment } from './mandate-in-force.js';
import type { ClaimantRecord, ReplayState, StatementRecord } from './replay-state.js';
import { comesTooLate } from './settled.js';
import { statementAsOf } from './statement-as-of.js';
import { restsAsTold, statementsNamed } from './statements-about.js';
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

/** A claim brings its subject under what its claimant, and whoever speaks for them, says about their whole account. */
function accountStatements(state: ReplayState, name: string, moment: Moment): StandingStatement[] {
  const { claims = [], settlements = [] } = state.subjects.get(name) ?? {};
  const standing = claims.filter((claim) => ownLevel(claim, moment.size) !== undefined);
  const speakers = new Map<ClaimantRecord, Speaker>();
  for (const claim of standing) {
    if (!speakers.has(claim.claimant)) {
      const { subject, capacity, index, claimant } = claim;
      speakers.set(claimant, { subject, capacity, since: index, statements: claimant.accountStatements });
    }
  }
  for (const claim of standing) {
    for (const agent of agentsFor(claim, moment).filter((one) => !speakers.has(one))) {
      const since = reachedSince(agent, standing, moment.size);
      const statements = mandatedStatements(agent);
      speakers.set(agent, { subject: claim.subject, capacity: 'agent', since, statements });
    }
  }
  return [...speakers].flatMap(([claimant, { statements, since, ...held }]) =>
    statements.flatMap((record) => {
      const said = statementAsOf(state, record, moment.size);
      if (said === undefined) return [];
      const rests = restsAsTold(claimant, said, standing, moment);
      const utterance = { claimant, since: Math.max(record.index, since), ...rests };
      const late = comesTooLate(utterance, settlements, moment.size);
      const holding = { claimant: claimant.pseudonym, ...held, ...rests };
      return expandAccountStatements([{ ...said, ...(late ? { suspended: true } : {}) }], [holding]);
    }),
  );
}

interface Speaker {
  readonly subject: Subject;
  readonly capacity: Capacity;
  readonly since: number;
  readonly statements: readonly StatementRecord[];
}
