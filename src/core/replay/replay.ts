/**
 * Replay of a log (decision rules v1, no. 1; "Leaves" and "Truth" in the decisions taken): reads leaves in order and keeps
 * what they say, so that any question can be answered as of any size from leaves alone. The states of 10^6 leaves are built
 * in one pass. Refuses nothing: leaves that make no sense are reported, and never make an answer more permissive.
 */
import type { Leaf, LeafKind } from '../log/leaf.js';
import { applyAssurance } from './apply-assurance.js';
import { applyClaim } from './apply-claim.js';
import { applyDispute } from './apply-dispute.js';
import { applyErasure } from './apply-erasure.js';
import { applyKey } from './apply-key.js';
import { applyMandate } from './apply-mandate.js';
import { applyMatch } from './apply-match.js';
import { applyStatement } from './apply-statement.js';
import { applySuspension } from './apply-suspension.js';
import { applyWithdrawal } from './apply-withdrawal.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type ReplayState, reportAnomaly } from './replay-state.js';
import { noteChange } from './timeline.js';

type Appliers = {
  readonly [Kind in LeafKind]: (
    state: ReplayState,
    entry: LoggedLeaf<Extract<Leaf, { readonly kind: Kind }>>,
  ) => void;
};

/** Rules v1 do not hear signals of sites, a receipt says only that something was asked, an action that it was done, and an acceptance that terms were accepted. */
const changesNothing = () => undefined;

const APPLIERS: Appliers = {
  statement: applyStatement,
  withdrawal: applyWithdrawal,
  claim: applyClaim,
  assurance: applyAssurance,
  dispute: applyDispute,
  match: applyMatch,
  mandate: applyMandate,
  suspension: applySuspension,
  signal: changesNothing,
  key: applyKey,
  receipt: changesNothing,
  audit: changesNothing,
  acceptance: changesNothing,
  erasure: applyErasure,
};

/** Adds the next leaf of the log to the state. Never throws. */
export function applyLeaf(state: ReplayState, entry: LoggedLeaf): void {
  const { index, leaf } = entry;
  if (!Number.isSafeInteger(index) || index < state.size) {
    reportAnomaly(state, index, 'index-out-of-order');
    return;
  }
  if (index > state.size) {
    reportAnomaly(state, index, 'index-gap');
    state.firstGap ??= state.size;
  }
  noteTime(state, index, Date.parse(leaf.time));
  const apply = APPLIERS[leaf.kind] as (state: ReplayState, entry: LoggedLeaf) => void;
  apply(state, entry);
  state.size = index + 1;
}

/**
 * Adds the next of those leaves that were chosen as all that can matter to a question. What lies between them is known not
 * to, so that it is not missed.
 */
export function applyChosenLeaf(state: ReplayState, entry: LoggedLeaf): void {
  state.size = Math.max(state.size, entry.index);
  applyLeaf(state, entry);
}

function noteTime(state: ReplayState, index: number, time: number): void {
  const latest = state.times.at(-1)?.value ?? -Infinity;
  const { takenOver } = state;
  if (takenOver !== undefined && index <= takenOver.last) {
    takenOver.latest = Math.max(takenOver.latest, time);
    noteChange(takenOver.times, index, takenOver.latest);
  } else if (time < latest) {
    reportAnomaly(state, index, 'time-runs-back');
  }
  if (time > latest) {
    noteChange(state.times, index, time);
  }
}
