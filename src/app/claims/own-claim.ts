import type { SignedInActor } from '../actor.js';
import type { Claim, ClaimStore, PlaceKind } from '../ports/claims.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** A claim whose account was not erased. */
export interface AccountClaim extends Claim {
  readonly accountId: string;
}

/** One on a place. */
export interface OwnClaim extends AccountClaim {
  readonly kind: PlaceKind;
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
): Promise<AccountClaim | Refusal<'NOT_FOUND'>> {
  const claim = await claims.byId(id);
  if (claim?.accountId === actor.account.id && isOfSomebody(claim)) return claim;
  return noSuchClaim();
}

/** The same, of a claim that a file can prove: a work is not shown to be somebody's by a place. */
export async function ownPlaceClaim(
  claims: ClaimStore,
  actor: SignedInActor,
  id: string,
): Promise<OwnClaim | Refusal<'NOT_FOUND'>> {
  const claim = await ownClaim(claims, actor, id);
  if ('ok' in claim || isOnPlace(claim)) return claim;
  return refuse('NOT_FOUND', 'This claim is on a work, which no file proves.', 'Add evidence to it instead.');
}

export function noSuchClaim(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'You have no such claim.', 'Choose one of the claims on your desk.');
}

function isOfSomebody(claim: Claim): claim is AccountClaim {
  return claim.accountId !== undefined && (claim.kind === 'content' || claim.expression !== undefined);
}

/** Whether it is somebody's, and on a place. */
export function isOnPlace(claim: Claim): claim is OwnClaim {
  return claim.accountId !== undefined && claim.kind !== 'content' && claim.expression !== undefined;
}

export function claimEnded(claim: Claim): Refusal<'NOT_FOUND'> {
  return refuse(
    'NOT_FOUND',
    `This claim no longer stands: it was ${claim.state}.`,
    'Claim the place again if it is yours.',
  );
}
