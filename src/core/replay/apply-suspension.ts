import type { Suspension, SuspensionLeaf } from '../log/suspension-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type ReplayState, type StatementRecord, claimantRecord, reportAnomaly } from './replay-state.js';
import { type Timeline, noteCount } from './timeline.js';

/** Several suspensions may set one statement aside; it is heard again when all of them are lifted. */
export function applySuspension(state: ReplayState, { index, leaf }: LoggedLeaf<SuspensionLeaf>): void {
  const suspension = state.suspensions.get(leaf.suspension);
  if (leaf.action === 'suspend') {
    if (suspension !== undefined) {
      reportAnomaly(state, index, 'suspension-repeated');
      return;
    }
    const timelines = suspendedTimelines(state, index, leaf);
    state.suspensions.set(leaf.suspension, { timelines, isLifted: false });
    note(timelines, index, 1);
  } else if (suspension === undefined) {
    reportAnomaly(state, index, 'suspension-unknown');
  } else if (suspension.isLifted) {
    reportAnomaly(state, index, 'suspension-over');
  } else {
    suspension.isLifted = true;
    note(suspension.timelines, index, -1);
  }
}

/** Sets a statement aside for good. */
export function setAside(statement: StatementRecord, index: number): void {
  noteCount(timelineOf(statement), index, 1);
}

function suspendedTimelines(
  state: ReplayState,
  index: number,
  { claimant, statements, only }: Suspension,
): Timeline<number>[] {
  if (claimant !== undefined) {
    const { suspensions, pauses } = claimantRecord(state, claimant);
    return [only === undefined ? suspensions : pauses];
  }
  return statements.flatMap((id) => {
    const statement = state.statements.get(id);
    if (statement === undefined) {
      reportAnomaly(state, index, 'statement-unknown');
      return [];
    }
    return [only === undefined ? timelineOf(statement) : pausesOf(statement)];
  });
}

function timelineOf(statement: StatementRecord): Timeline<number> {
  statement.suspensions ??= [];
  return statement.suspensions;
}

function pausesOf(statement: StatementRecord): Timeline<number> {
  statement.pauses ??= [];
  return statement.pauses;
}

function note(timelines: readonly Timeline<number>[], index: number, change: 1 | -1): void {
  for (const timeline of timelines) {
    noteCount(timeline, index, change);
  }
}
