/**
 * Which statements are still their claimant's word (decision rules v1, no. 1 and 2). Whether such a word counts for an
 * item is another question, and `decide` answers it.
 */
import { isExpired } from './counting.js';
import type { StandingStatement } from './standing-statement.js';
import { supersededStatements } from './supersession.js';

/**
 * Those of the statements that are not set aside, not replaced by a later one, and not run out. What had a term in a
 * `conditional` was the offer: its no is in force without end.
 * @param at milliseconds since 1970 UTC
 */
export function statementsInForce<Statement extends StandingStatement>(
  statements: readonly Statement[],
  at: number,
): ReadonlySet<Statement> {
  const superseded = supersededStatements(statements, at);
  return new Set(
    statements.filter(
      (statement) => statement.suspended !== true && !hasRunOut(statement, at) && !superseded.has(statement),
    ),
  );
}

function hasRunOut(statement: StandingStatement, at: number): boolean {
  return statement.preference !== 'conditional' && isExpired(statement, at);
}
