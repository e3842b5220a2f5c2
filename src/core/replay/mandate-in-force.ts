import type { MandateGrade } from '../consent/mandate-grade.js';
import type { ClaimRecord, ClaimantRecord, MandateRecord } from './replay-state.js';

/** A log size, and the moment that decides what has expired (milliseconds since 1970 UTC). */
export interface Moment {
  readonly size: number;
  readonly at: number;
}

/** By what somebody speaks for somebody else's claim, and until when. */
export interface Speaking {
  readonly grade: MandateGrade;
  /** Milliseconds since 1970 UTC; Infinity where no term was set. */
  readonly until: number;
}

/** By which grades somebody speaks for somebody else's claim at a moment; none where they do not. */
export function gradesOf(agent: ClaimantRecord, claim: ClaimRecord, { size, at }: Moment): MandateGrade[] {
  return speakings(agent, claim, size)
    .filter(({ until }) => at < until)
    .map(({ grade }) => grade);
}

/** By what somebody speaks for somebody else's claim, as the log stood at a size: once for each grade, until it ends. */
export function speakings(agent: ClaimantRecord, claim: ClaimRecord, size: number): Speaking[] {
  const mandates = agent.mandates.get(claim.claimant) ?? [];
  const latest = new Map<MandateGrade, number>();
  for (const mandate of mandates) {
    if (!stands(mandate, size) || !covers(mandate, claim)) continue;
    const until = Math.max(mandate.expiresAt ?? Infinity, latest.get(mandate.grade) ?? -Infinity);
    latest.set(mandate.grade, until);
  }
  return [...latest].map(([grade, until]) => ({ grade, until }));
}

/** The index of the first mandate for the claim that is given, and not revoked, at a size; Infinity without any. */
export function mandatedSince(agent: ClaimantRecord, claim: ClaimRecord, size: number): number {
  const mandates = agent.mandates.get(claim.claimant) ?? [];
  return mandates
    .filter((mandate) => stands(mandate, size) && covers(mandate, claim))
    .reduce((first, { index }) => Math.min(first, index), Infinity);
}

/** Whether a mandate for the claim had been given, and not revoked, when the log had `size` leaves. */
export function isMandated(agent: ClaimantRecord, claim: ClaimRecord, size: number): boolean {
  return speakings(agent, claim, size).length > 0;
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
