import type { SignedInActor } from '../actor.js';
import type { Claim, ClaimStore } from '../ports/claims.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** A claim whose account was not erased. */
export interface OwnClaim extends Claim {
  readonly accountId: string;
  readonly expression: string;
}

/**
 * One of the actor's claims, as it is now. Refuses alike a claim that does not exist and one of somebody else: ids must
 * not tell who claims what.
 */
export async function ownClaim(
  claims: ClaimStore,
  actor: SignedInActor,
  id: string,
): Promise<OwnClaim | Refusal<'NOT_FOUND'>> {
  const claim = await claims.byId(id);
  if (claim?.accountId === actor.account.id && isOfSomebody(claim)) return claim;
  return noSuchClaim();
}

export function noSuchClaim(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'You have no such claim.', 'Choose one of the claims on your desk.');
}

export function isOfSomebody(claim: Claim): claim is OwnClaim {
  return claim.accountId !== undefined && claim.expression !== undefined;
}

export function claimEnded(claim: Claim): Refusal<'NOT_FOUND'> {
  return refuse(
    'NOT_FOUND',
    `This claim no longer stands: it was ${claim.state}.`,
    'Claim the place again if it is yours.',
  );
}
