import type { SignedInActor } from '../../actor.js';
import type { Claim } from '../../ports/claims.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { ownClaim } from '../own-claim.js';

/** Deletes what was found in a signed file that the actor gave with a claim, for good. */
export async function removeSignedOriginal(
  { store }: Registry,
  actor: SignedInActor,
  id: string,
): Promise<{ readonly ok: true; readonly claim: Claim } | Refusal<'NOT_FOUND'>> {
  const found = await store.originalFindings.byId(id);
  const claim = found && (await ownClaim(store.claims, actor, found.claimId));
  if (claim === undefined || 'ok' in claim) {
    return refuse('NOT_FOUND', 'No such signed file of yours was read.', 'Load the page again.');
  }
  await store.transact((stores) => stores.originalFindings.remove(id));
  return { ok: true, claim };
}
