import type { KeyLeaf } from '../log/key-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import type { ReplayState } from './replay-state.js';

/** A log that continues another of which leaves are lost lacks them: whatever they said, no yes and no offer counts. */
export function applyKey(state: ReplayState, { index, leaf }: LoggedLeaf<KeyLeaf>): void {
  state.keys.push({ index, leaf });
  if (leaf.action !== 'add' || leaf.continues === undefined) return;
  const { held, size } = leaf.continues;
  if (held < size) state.firstGap ??= index;
  const { last = 0, times = [] } = state.takenOver ?? {};
  state.takenOver = { last: Math.max(last, index + held), times, latest: -Infinity };
}
