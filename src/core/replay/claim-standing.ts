import { ASSURANCES, type Assurance } from '../consent/assurance.js';
import type { ClaimRecord } from './replay-state.js';
import { valueAt } from './timeline.js';

/** What a claim had reached by itself at a log size; undefined before it was made and once it is over. */
export function ownLevel(claim: ClaimRecord, size: number): Assurance | undefined {
  return valueAt(claim.standings, size)?.own;
}

/** What the latest leaf about a claim said at a log size, be it by a wider place of the same claimant. */
export function toldLevel(claim: ClaimRecord, size: number): Assurance {
  return valueAt(claim.standings, size)?.told ?? 'asserted';
}

/** The best of several; undefined when there is none. */
export function bestLevel(levels: readonly (Assurance | undefined)[]): Assurance | undefined {
  return ASSURANCES.findLast((level) => levels.includes(level));
}

/** The best that any of these claims had reached by itself; undefined where none is more than its claimant's word. */
export function provenLevel(claims: readonly ClaimRecord[], size: number): Assurance | undefined {
  const level = bestLevel(claims.map((claim) => ownLevel(claim, size)));
  return level === 'asserted' ? undefined : level;
}
