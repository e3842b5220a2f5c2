import type { Preference } from './preference.js';

/**
 * On whose word a mandate rests, the weakest first: a platform says that a member of theirs said no there; an agent says that they
 * have a contract; or the one who is spoken for has said so themself.
 */
export const MANDATE_GRADES = ['passed-on', 'attested', 'confirmed'] as const;

export type MandateGrade = (typeof MANDATE_GRADES)[number];

/** Whether what a principal has proven carries this too: a yes, and an offer, only by the word of the principal. */
export function lendsTo(grade: MandateGrade, preference: Preference): boolean {
  return preference === 'deny' || grade === 'confirmed';
}

/** The strongest of them. */
export function bestGrade(grades: readonly MandateGrade[]): MandateGrade | undefined {
  return MANDATE_GRADES.findLast((grade) => grades.includes(grade));
}
