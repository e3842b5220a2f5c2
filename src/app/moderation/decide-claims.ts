import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Registry } from '../registry.js';
import { decideClaim, type DecideClaimInput, type DecideClaimResult } from './decide-claim.js';

export interface DecideClaimsInput extends Omit<DecideClaimInput, 'claimId'> {
  readonly claimIds: readonly string[];
}

export type DecideClaimsResult =
  { readonly ok: true; readonly results: readonly DecideClaimResult[] } | InvalidInput;

const MOST_CLAIMS = 100;

/** Decides several claims alike, each for itself: what one of them comes to holds back no other. */
export async function decideClaims(
  registry: Registry,
  moderator: SignedInActor,
  { claimIds, ...decision }: DecideClaimsInput,
): Promise<DecideClaimsResult> {
  const ids = [...new Set(claimIds)];
  if (ids.length === 0 || ids.length > MOST_CLAIMS) {
    return invalidInput(
      'claimIds',
      `1 to ${MOST_CLAIMS} claims can be decided at once.`,
      'Send them in parts.',
    );
  }
  const results: DecideClaimResult[] = [];
  for (const claimId of ids) results.push(await decideClaim(registry, moderator, { ...decision, claimId }));
  return { ok: true, results };
}
