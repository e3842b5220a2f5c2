import { isAssured } from '../consent/assurance.js';
import { toldLevel } from './claim-standing.js';
import type { ReplayState } from './replay-state.js';

/**
 * Whether leaves say that a claimant holds a subject by more than their word, be it through a wider place. A no of theirs
 * about it then never lapses for want of evidence.
 * @param name of the subject, by `subjectName`
 */
export function isToldProven(state: ReplayState, name: string, pseudonym: string, size: number): boolean {
  const claims = state.subjects.get(name)?.claims ?? [];
  return claims
    .filter(({ claimant }) => claimant.pseudonym === pseudonym)
    .some((claim) => isAssured(toldLevel(claim, size), 'verified'));
}
