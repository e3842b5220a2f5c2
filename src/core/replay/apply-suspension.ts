import type { Suspension, SuspensionLeaf } from '../log/suspension-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import {
  type ReplayState,
  type Settlement,
  type StatementRecord,
  claimantRecord,
  reportAnomaly,
} from './replay-state.js';
import { type Timeline, noteCount } from './timeline.js';

/**
 * Several suspensions may set one statement aside; it is heard again when all of them are lifted. The closing of a dispute is one of them,
 * under the id of the dispute: lifted, it settles nothing from then on either.
 */
export function applySuspension(state: ReplayState, { index, leaf }: LoggedLeaf<SuspensionLeaf>): void {
  const suspension = state.suspensions.get(leaf.suspension);
  if (leaf.action === 'suspend') {
    if (suspension !== undefined) {
      reportAnomaly(state, index, 'suspension-repeated');
      return;
    }
    const timelines = suspendedTimelines(state, index, leaf);
    state.suspensions.set(leaf.suspension, { timelines, settlement: undefined, isLifted: false });
    note(timelines, index, 1);
  } else if (suspension === undefined) {
    reportAnomaly(state, index, 'suspension-unknown');
  } else if (suspension.isLifted) {
    reportAnomaly(state, index, 'suspension-over');
  } else {
    suspension.isLifted = true;
    if (suspension.settlement !== undefined) suspension.settlement.annulledAt = index;
    note(suspension.timelines, index, -1);
  }
}

/** Sets statements aside until what was decided is lifted, by the id of what decided it. */
export function setAside(
  state: ReplayState,
  id: string,
  statements: readonly StatementRecord[],
  settlement: Settlement | undefined,
  index: number,
): void {
  const timelines = statements.map(timelineOf);
  if (!state.suspensions.has(id)) state.suspensions.set(id, { timelines, settlement, isLifted: false });
  note(timelines, index, 1);
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
