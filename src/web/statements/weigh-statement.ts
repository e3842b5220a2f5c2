import type { EnumValue } from '../../client/graphql.js';
import { isExpired, noBinds, yesProblem } from '../../core/consent/counting.js';
import type { YesProblem } from '../../core/consent/decision.js';
import type { StandingStatement } from '../../core/consent/standing-statement.js';
import { wordOf } from '../server/enum-words.js';

interface Weighed {
  readonly id: string;
  readonly logIndex: string;
  readonly claimant: string;
  readonly subjectKind: EnumValue<'SubjectKind'>;
  readonly address: string | null;
  readonly use: EnumValue<'Use'>;
  readonly preference: EnumValue<'Preference'>;
  readonly capacity: EnumValue<'Capacity'>;
  readonly basis: EnumValue<'Basis'>;
  readonly ownWorks: boolean;
  readonly assurance: EnumValue<'Assurance'>;
  readonly expiresAt: string | null;
  readonly isSetAside: boolean;
}

type Obstacle = YesProblem | 'place-no-needs-verification' | 'suspended';

/** What proof, or a check by a person, mends. */
const PASSING: readonly (Obstacle | undefined)[] = [
  'place-no-needs-verification',
  'yes-needs-verification',
  'yes-needs-review',
];

/** Whether a statement counts, as far as that can be told from the statement alone. */
export interface StatementWeight {
  /** Why it does not count in full; undefined when it does. */
  readonly obstacle: Obstacle | undefined;
  /** What of it counts: all, the no in a yes on terms, nothing until something is proved, or nothing. */
  readonly counts: 'all' | 'its-no' | 'not-yet' | 'nothing';
  /** Whether proof, or a check by a person, makes it count in full. */
  readonly isWaiting: boolean;
}

/** By the rules by which the registry itself decides. */
export function weighStatement(statement: Weighed, at: Date): StatementWeight {
  const standing = standingStatement(statement);
  const obstacle = statement.isSetAside ? 'suspended' : obstacleTo(standing, at.getTime());
  const isWaiting = PASSING.includes(obstacle);
  if (obstacle === undefined) {
    return { obstacle, counts: 'all', isWaiting };
  }
  if (standing.preference === 'conditional' && noBinds(standing) && !statement.isSetAside) {
    return { obstacle, counts: 'its-no', isWaiting };
  }
  return { obstacle, counts: isWaiting ? 'not-yet' : 'nothing', isWaiting };
}

function obstacleTo(standing: StandingStatement, at: number): Obstacle | undefined {
  if (standing.preference !== 'deny') {
    return yesProblem(standing, at);
  }
  if (isExpired(standing, at)) {
    return 'expired';
  }
  return noBinds(standing) ? undefined : 'place-no-needs-verification';
}

function standingStatement(statement: Weighed): StandingStatement {
  const { id, claimant, subjectKind, address, ownWorks, expiresAt } = statement;
  return {
    id,
    index: Number(statement.logIndex),
    claimant,
    capacity: wordOf(statement.capacity),
    // What is said of a whole account counts place by place, so that it is weighed like the widest of them.
    subject: { kind: subjectKind === 'ACCOUNT' ? 'domain' : wordOf(subjectKind), key: address ?? '' },
    use: wordOf(statement.use),
    preference: wordOf(statement.preference),
    basis: wordOf(statement.basis),
    ownWorks,
    assurance: wordOf(statement.assurance),
    ...(expiresAt === null ? {} : { expiresAt: new Date(expiresAt).getTime() }),
  };
}
