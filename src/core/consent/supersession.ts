/**
 * What a claimant's later words do to their earlier ones about the same subject and use.
 * A yes ends with anything they say later. A no is kept until they say another no that binds, or a yes that counts:
 * nobody loses their protection to a word that is not proven, or to a yes that has run out or was set aside.
 */
import { noBinds, yesProblem } from './counting.js';
import type { StandingStatement } from './standing-statement.js';
import { subjectKey } from './subject.js';

/** The log indexes of the statements that a later one has replaced. */
export function supersededIndexes(statements: readonly StandingStatement[], at: number): Set<number> {
  const latestFirst = statements.toSorted((a, b) => b.index - a.index);
  const saidLater = new Map<string, { index: number; replacesNo: boolean }>();
  const superseded = new Set<number>();
  for (const statement of latestFirst) {
    const place = JSON.stringify([statement.claimant, subjectKey(statement.subject), statement.use]);
    const later = saidLater.get(place);
    if (later?.index === statement.index) {
      continue;
    }
    const isNo = statement.preference !== 'allow';
    if (later !== undefined && (!isNo || later.replacesNo)) {
      superseded.add(statement.index);
    }
    const replacesNo = isNo ? noBinds(statement) : givesYes(statement, at);
    saidLater.set(place, { index: statement.index, replacesNo: replacesNo || later?.replacesNo === true });
  }
  return superseded;
}

function givesYes(statement: StandingStatement, at: number): boolean {
  return statement.suspended !== true && yesProblem(statement, at) === undefined;
}
