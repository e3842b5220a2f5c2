import type { SignedInActor } from '../../actor.js';
import type { Claim } from '../../ports/claims.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Stores } from '../../ports/registry-store.js';
import { ownPseudonyms } from '../../organisations/own-pseudonyms.js';
import { refuse, type Refusal } from '../../refusal.js';
import { sideOf } from './side-of.js';

export interface OwnDispute {
  readonly dispute: Dispute;
  readonly claims: readonly Claim[];
  /** Pseudonym of the actor in it, or of the organisation for which they act. */
  readonly claimant: string;
}

/** A dispute that the actor is a side of. One of others is refused like one that does not exist. */
export async function ownDispute(
  stores: Pick<Stores, 'disputes' | 'claims' | 'organisations' | 'accounts'>,
  { account }: SignedInActor,
  id: string,
): Promise<OwnDispute | Refusal<'NOT_FOUND'>> {
  const dispute = await stores.disputes.byId(id);
  const claims = dispute ? await stores.claims.byIds(dispute.claimIds) : [];
  const claimant = dispute && sideOf(dispute, claims, account, await ownPseudonyms(stores, account));
  if (dispute === undefined || claimant === undefined) {
    return refuse('NOT_FOUND', 'You have no such dispute.', 'Choose one of those on your desk.');
  }
  return { dispute, claims, claimant };
}
