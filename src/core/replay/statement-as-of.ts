import type { AccountStatement } from '../consent/expand-account-statements.js';
import type { ReplayState, StatementRecord } from './replay-state.js';
import { type Timeline, valueAt } from './timeline.js';

/**
 * A statement as it stood when the log had `size` leaves, without what it rests on; undefined when it did not stand.
 * An offer whose opening was erased, or that is set aside as a permission, is a plain no, and after the erasure of an account nothing but its noes is left. Where
 * leaves are missing, one of them may have been a no: no yes and no offer is left either.
 */
export function statementAsOf(
  state: ReplayState,
  statement: StatementRecord,
  size: number,
): AccountStatement | undefined {
  const { claimant, preference } = statement;
  const erasure = happened(claimant.erasure?.index, size) ? claimant.erasure : undefined;
  const isOver = statement.index >= size || happened(statement.endedAt, size) || erasure?.noes === 'withdraw';
  const noesOnly = erasure !== undefined || happened(state.firstGap, size);
  if (isOver || (noesOnly && preference === 'allow')) {
    return undefined;
  }
  const isPaused = countAt(statement.pauses, size) + countAt(claimant.pauses, size) > 0;
  const isPlainNo =
    preference === 'conditional' && (noesOnly || isPaused || happened(statement.openingErasedAt, size));
  const { id, index, capacity, use, basis, ownWorks, expiresAt } = statement;
  return {
    id,
    index,
    claimant: claimant.pseudonym,
    capacity,
    use,
    preference: isPlainNo ? 'deny' : preference,
    basis,
    ownWorks,
    // What had a term was the offer, not the no in it.
    ...(expiresAt === undefined || isPlainNo ? {} : { expiresAt }),
    ...(isSetAside(statement, size) || (isPaused && preference === 'allow') ? { suspended: true } : {}),
  };
}

function isSetAside({ suspensions, claimant }: StatementRecord, size: number): boolean {
  return countAt(suspensions, size) + countAt(claimant.suspensions, size) > 0;
}

function countAt(timeline: Timeline<number> | undefined, size: number): number {
  return timeline === undefined ? 0 : (valueAt(timeline, size) ?? 0);
}

function happened(index: number | undefined, size: number): boolean {
  return index !== undefined && index < size;
}
