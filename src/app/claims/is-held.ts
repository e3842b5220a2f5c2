import type { Claim } from '../ports/claims.js';

/** Whether the claim proves anything now: while a dispute is open, both sides keep what they proved. */
export function isHeld(claim: Claim): boolean {
  return claim.state === 'active' || claim.state === 'disputed';
}
