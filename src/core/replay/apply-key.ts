import type { KeyLeaf } from '../log/key-leaf.js';
import type { LoggedLeaf } from './logged-leaf.js';
import type { ReplayState } from './replay-state.js';

export function applyKey(state: ReplayState, { index, leaf }: LoggedLeaf<KeyLeaf>): void {
  state.keys.push({ index, leaf });
}
