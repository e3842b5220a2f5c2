import type { SignedInActor } from '../actor.js';
import type { Claim } from '../ports/claims.js';
import type { Registry } from '../registry.js';

/** A claim, for whoever made it and for those who decide on claims; undefined for everybody else. */
export async function viewClaim(
  registry: Registry,
  actor: SignedInActor,
  id: string,
): Promise<Claim | undefined> {
  const claim = await registry.store.claims.byId(id);
  const { role } = actor.account;
  const mayDecide = role === 'moderator' || role === 'admin';
  return mayDecide || claim?.accountId === actor.account.id ? claim : undefined;
}
