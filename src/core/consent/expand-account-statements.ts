/**
 * What a statement about a whole account covers (decision rules v1, no. 2): every subject that its claimant holds at the
 * log size asked about, those claimed later than it was said among them. `decide` never sees an account as subject.
 */
import { type Assurance, isAssured } from './assurance.js';
import type { Capacity } from './capacity.js';
import type { MandateGrade } from './mandate-grade.js';
import type { StandingStatement } from './standing-statement.js';
import type { Subject } from './subject.js';

/** A statement about everything that its claimant claimed or will claim; what it rests on differs from claim to claim. */
export type AccountStatement = Omit<StandingStatement, 'subject' | 'assurance' | 'mandate' | 'accountWide'>;

/** A subject on which somebody, or whom they speak for, has a standing claim, as what, and what they have reached there. */
export interface Holding {
  readonly claimant: string;
  readonly subject: Subject;
  readonly capacity: Capacity;
  readonly assurance: Assurance;
  readonly mandate?: MandateGrade;
}

/**
 * The statements that these stand for, one for each subject held: a no and an offer for all of them, a yes for those that
 * are verified. Each speaks in the capacity in which the subject is held, since nobody is the author of what they host.
 */
export function expandAccountStatements(
  statements: readonly AccountStatement[],
  holdings: readonly Holding[],
): StandingStatement[] {
  return statements.flatMap((statement) =>
    holdings
      .filter(
        ({ claimant, assurance }) => claimant === statement.claimant && reachesHolding(statement, assurance),
      )
      .map(({ subject, capacity, assurance, mandate }) => ({
        ...statement,
        subject,
        capacity,
        assurance,
        ...(mandate === undefined ? {} : { mandate }),
        accountWide: true as const,
      })),
  );
}

/** Whether a statement about a whole account covers what is held with an assurance. */
export function reachesHolding(
  { preference }: Pick<AccountStatement, 'preference'>,
  assurance: Assurance,
): boolean {
  return preference !== 'allow' || isAssured(assurance, 'verified');
}
