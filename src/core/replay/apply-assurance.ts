import type { AssuranceLeaf } from '../log/assurance-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import { type ReplayState, reportAnomaly } from './replay-state.js';
import { noteChange } from './timeline.js';

/**
 * What a claim has reached by itself and what a wider place gives it are kept apart: whoever looks up an address knows
 * the wider places, and needs nobody's word for it.
 */
export function applyAssurance(state: ReplayState, { index, leaf }: LoggedLeaf<AssuranceLeaf>): void {
  const claim = state.claims.get(leaf.claim);
  if (claim === undefined) {
    reportAnomaly(state, index, 'claim-unknown');
    return;
  }
  const own = claim.standings.at(-1)?.value.own;
  if (leaf.method === 'wider-claim' && leaf.level !== undefined) {
    noteChange(claim.standings, index, { own, told: leaf.level });
  } else if (own === undefined) {
    reportAnomaly(state, index, 'claim-over');
  } else {
    noteChange(claim.standings, index, { own: leaf.level, told: leaf.level ?? 'asserted' });
  }
}
