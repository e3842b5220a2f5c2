import type { SignedInActor } from '../../actor.js';
import type { Claim } from '../../ports/claims.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { ownClaim } from '../own-claim.js';
import { screenshotsSince } from './kept-for.js';

/** Deletes a file that the actor left with a claim, for good. */
export async function removeFile(
  registry: Registry,
  actor: SignedInActor,
  id: string,
): Promise<{ readonly ok: true; readonly claim: Claim } | Refusal<'NOT_FOUND'>> {
  const file = await registry.store.keptFiles.byId(id, screenshotsSince(registry));
  const claim = file && (await ownClaim(registry.store.claims, actor, file.claimId));
  if (claim === undefined || 'ok' in claim) {
    return refuse('NOT_FOUND', 'No such file of yours is kept.', 'Load the page again.');
  }
  await registry.store.transact((stores) => stores.keptFiles.remove(id));
  return { ok: true, claim };
}
