import type { ClaimRecord, ClaimantRecord, MandateRecord } from './replay-state.js';

/** A log size, and the moment that decides what has expired (milliseconds since 1970 UTC). */
export interface Moment {
  readonly size: number;
  readonly at: number;
}

/** Whether somebody speaks for somebody else's claim at a moment. */
export function speaksFor(agent: ClaimantRecord, claim: ClaimRecord, moment: Moment): boolean {
  const mandates = agent.mandates.get(claim.claimant) ?? [];
  return mandates.some((mandate) => isInForce(mandate, moment) && covers(mandate, claim));
}

/** Whether a mandate for the claim had been given, and not revoked, when the log had `size` leaves. */
export function isMandated(agent: ClaimantRecord, claim: ClaimRecord, size: number): boolean {
  return speaksFor(agent, claim, { size, at: -Infinity });
}

function isInForce(mandate: MandateRecord, { size, at }: Moment): boolean {
  const { index, revokedAt, expiresAt, principal, agent } = mandate;
  return (
    index < size &&
    !isBefore(revokedAt, size) &&
    !(expiresAt !== undefined && at >= expiresAt) &&
    !isBefore(principal.erasure?.index, size) &&
    !isBefore(agent.erasure?.index, size)
  );
}

function covers({ scope }: MandateRecord, claim: ClaimRecord): boolean {
  return scope === 'all' || scope.has(claim.id);
}

function isBefore(index: number | undefined, size: number): boolean {
  return index !== undefined && index < size;
}
