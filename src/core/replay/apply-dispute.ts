import type { DisputeClosing, DisputeLeaf, DisputeOpening } from '../log/dispute-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { decideDispute } from './decide-dispute.js';
import { type DisputeRecord, type ReplayState, reportAnomaly } from './replay-state.js';
import { valueAt } from './timeline.js';

/** How long somebody who said no has to show evidence (decision rules v1, no. 5): 14 days, in milliseconds. */
export const EVIDENCE_PERIOD = 14 * 24 * 60 * 60 * 1000;

/** While a dispute is open it changes nothing. */
export function applyDispute(state: ReplayState, { index, leaf }: LoggedLeaf<DisputeLeaf>): void {
  const dispute = state.disputes.get(leaf.dispute);
  if (dispute?.closedAt !== undefined) {
    reportAnomaly(state, index, 'dispute-over');
  } else if (leaf.action === 'open') {
    open(state, index, leaf, dispute);
  } else if (dispute === undefined) {
    reportAnomaly(state, index, 'dispute-unknown');
  } else {
    close(state, index, leaf, dispute);
  }
}

/** Opens a dispute, or lets further claims join it. */
function open(
  state: ReplayState,
  index: number,
  leaf: DisputeOpening,
  known: DisputeRecord | undefined,
): void {
  const dispute = known ?? { openedAt: index, cause: leaf.cause, sides: new Map(), closedAt: undefined };
  if (dispute.cause !== leaf.cause) {
    reportAnomaly(state, index, 'dispute-of-other-cause');
    return;
  }
  state.disputes.set(leaf.dispute, dispute);
  for (const id of leaf.claims) {
    const claim = state.claims.get(id);
    if (claim === undefined) {
      reportAnomaly(state, index, 'claim-unknown');
    } else {
      dispute.sides.set(id, claim);
    }
  }
}

function close(state: ReplayState, index: number, leaf: DisputeClosing, dispute: DisputeRecord): void {
  const isLapse = leaf.cause === 'no-against-yes' && leaf.reason === 'no-evidence-in-time';
  const age = loggedTime(state, index) - loggedTime(state, dispute.openedAt);
  if (dispute.cause !== leaf.cause) {
    reportAnomaly(state, index, 'dispute-of-other-cause');
  } else if (leaf.upheld !== undefined && !dispute.sides.has(leaf.upheld)) {
    reportAnomaly(state, index, 'dispute-side-unknown');
  } else if (isLapse && !(age >= EVIDENCE_PERIOD)) {
    reportAnomaly(state, index, 'lapse-too-early');
  } else {
    dispute.closedAt = index;
    decideDispute(state, index, leaf, dispute);
  }
}

/** By the clock of the log that took the leaf. */
function loggedTime({ times, takenOver }: ReplayState, index: number): number {
  const clock = takenOver !== undefined && index <= takenOver.last ? takenOver.times : times;
  return valueAt(clock, index + 1) ?? NaN;
}
