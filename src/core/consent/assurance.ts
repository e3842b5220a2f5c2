/**
 * How well it is known that a claimant may speak, weakest first: `asserted` (their word), `verified` (a machine proved
 * control of the place or account), `reviewed` (a moderator looked).
 */
export const ASSURANCES = ['asserted', 'verified', 'reviewed'] as const;

export type Assurance = (typeof ASSURANCES)[number];

/** Whether `assurance` is at least `minimum`. */
export function isAssured(assurance: Assurance, minimum: Assurance): boolean {
  return ASSURANCES.indexOf(assurance) >= ASSURANCES.indexOf(minimum);
}
