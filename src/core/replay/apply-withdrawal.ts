import type { WithdrawalLeaf } from '../log/withdrawal-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type ReplayState, type StatementRecord, reportAnomaly } from './replay-state.js';

/** Ends a statement, and with it what its claimant had said before about the same subject and use. */
export function applyWithdrawal(state: ReplayState, { index, leaf }: LoggedLeaf<WithdrawalLeaf>): void {
  const statement = state.statements.get(leaf.statement);
  if (statement === undefined) {
    reportAnomaly(state, index, 'statement-unknown');
  } else if (statement.claimant.pseudonym !== leaf.claimant) {
    reportAnomaly(state, index, 'statement-of-another');
  } else if (statement.claimant.erasure !== undefined) {
    reportAnomaly(state, index, 'claimant-erased');
  } else if (statement.endedAt !== undefined) {
    reportAnomaly(state, index, 'statement-over');
  } else {
    end(statement, index);
  }
}

function end(last: StatementRecord, index: number): void {
  let statement: StatementRecord | undefined = last;
  // Whatever lies before one that is over is over too, so that no statement is passed twice by withdrawals.
  while (statement !== undefined && !(statement.use === last.use && statement.endedAt !== undefined)) {
    if (statement.use === last.use) {
      statement.endedAt = index;
    }
    statement = statement.previous;
  }
}
