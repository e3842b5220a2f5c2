/**
 * What a claimant's later words do to their earlier ones about the same subject and use (decision rules v1, no. 2).
 * A yes ends with anything they say later. A no is kept until they say another no that binds, or a yes that counts:
 * nobody loses their protection to a word that is not proven, to a yes that has run out, or to a word that was set aside.
 */
import { noBinds, yesProblem } from './counting.js';
import type { StandingStatement } from './standing-statement.js';
import { subjectKey } from './subject.js';

interface Word {
  readonly index: number;
  /** Whether this word, or a later one, ends a no. */
  readonly endsNo: boolean;
  readonly later: Word | undefined;
}

/** Those of the statements that a later one has replaced. */
export function supersededStatements<Statement extends StandingStatement>(
  statements: readonly Statement[],
  at: number,
): ReadonlySet<Statement> {
  const latestFirst = statements.toSorted((a, b) => b.index - a.index);
  const words = new Map<string, Word>();
  const superseded = new Set<Statement>();
  for (const statement of latestFirst) {
    const matter = matterOf(statement);
    const word = words.get(matter);
    // A statement that covers an item in several ways is passed as often, and does not replace itself.
    const isSame = word?.index === statement.index;
    const later = isSame ? word.later : word;
    if (later !== undefined && (statement.preference === 'allow' || later.endsNo)) {
      superseded.add(statement);
    }
    if (!isSame) {
      const endsNo = endsEarlierNo(statement, at) || later?.endsNo === true;
      words.set(matter, { index: statement.index, endsNo, later });
    }
  }
  return superseded;
}

/** What the words of one claimant must share to replace one another. */
function matterOf({ claimant, subject, use, accountWide }: StandingStatement): string {
  return JSON.stringify([claimant, subjectKey(subject), use, accountWide === true]);
}

function endsEarlierNo(statement: StandingStatement, at: number): boolean {
  if (statement.suspended === true) {
    return false;
  }
  return statement.preference === 'allow' ? yesProblem(statement, at) === undefined : noBinds(statement);
}
