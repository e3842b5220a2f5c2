import type { ClaimRecord, ClaimantRecord, MandateRecord } from './replay-state.js';

/** A log size, and the moment that decides what has expired (milliseconds since 1970 UTC). */
export interface Moment {
  readonly size: number;
  readonly at: number;
}

/** Whether somebody speaks for somebody else's claim at a moment. */
export function speaksFor(agent: ClaimantRecord, claim: ClaimRecord, { size, at }: Moment): boolean {
  return at < speaksUntil(agent, claim, size);
}

/**
 * Until when somebody speaks for somebody else's claim, as the log stood at a size, in milliseconds since 1970 UTC: Infinity
 * where no term was set, -Infinity where they do not.
 */
export function speaksUntil(agent: ClaimantRecord, claim: ClaimRecord, size: number): number {
  const mandates = agent.mandates.get(claim.claimant) ?? [];
  return mandates
    .filter((mandate) => stands(mandate, size) && covers(mandate, claim))
    .reduce((latest, { expiresAt = Infinity }) => Math.max(latest, expiresAt), -Infinity);
}

/** Whether a mandate for the claim had been given, and not revoked, when the log had `size` leaves. */
export function isMandated(agent: ClaimantRecord, claim: ClaimRecord, size: number): boolean {
  return speaksFor(agent, claim, { size, at: -Infinity });
}

function stands({ index, revokedAt, principal, agent }: MandateRecord, size: number): boolean {
  return (
    index < size &&
    !isBefore(revokedAt, size) &&
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
