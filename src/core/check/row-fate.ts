/** What becomes of a row in the output of a check, by the answers for it. */
import type { Answer } from '../consent/decision.js';
import type { CheckPolicy } from './check-policy.js';

/** Rows that stay: all but those with a no or a no-unless; or only those with a yes for every use asked. */
export const KEEPS = ['not-denied', 'allowed'] as const;

export type Keep = (typeof KEEPS)[number];

/**
 * `licensed`: kept because the builder states to hold it by contract, whatever was answered. `accepted`: kept because its terms were
 * accepted. Neither is a yes.
 */
export type RowFate = 'kept' | 'licensed' | 'accepted' | 'dropped';

/** By what a row may stay that its answer would drop. */
export interface RowHolding {
  /** The builder states to hold it by contract. */
  readonly isLicensed: boolean;
  /** Every offer that decides was accepted for the use asked, and nothing else asked about it would drop it. */
  readonly isAccepted: boolean;
}

/** From the strictest. UNKNOWN is stricter than ALLOWED: silence is not permission. */
const STRICTEST_FIRST: readonly Answer[] = ['DENIED', 'CONDITIONAL', 'UNKNOWN', 'ALLOWED'];

/** The strictest of the answers for one row; nothing asked is nothing answered. */
export function strictestAnswer(answers: readonly Answer[]): Answer {
  return STRICTEST_FIRST.find((answer) => answers.includes(answer)) ?? 'UNKNOWN';
}

export function rowFate(
  answer: Answer,
  { isLicensed, isAccepted }: RowHolding,
  keep: Keep,
  policy: Pick<CheckPolicy, 'unknown' | 'conditional'>,
): RowFate {
  const isKept = answer === 'ALLOWED' || (answer === 'UNKNOWN' && keepsUnknown(keep, policy));
  if (isKept) return 'kept';
  if (answer === 'CONDITIONAL' && policy.conditional === 'drop') return 'dropped';
  if (answer === 'CONDITIONAL' && isAccepted) return 'accepted';
  return isLicensed ? 'licensed' : 'dropped';
}

function keepsUnknown(keep: Keep, { unknown = 'keep' }: Pick<CheckPolicy, 'unknown'>): boolean {
  return keep === 'not-denied' && unknown === 'keep';
}
