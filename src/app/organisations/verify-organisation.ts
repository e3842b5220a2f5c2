import type { SignedInActor } from '../actor.js';
import type { Organisation } from '../ports/organisations.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { verifyingClaim } from './create-organisation.js';
import { staffedOrganisation } from './staffed-organisation.js';

export type VerifyOrganisationResult =
  | { readonly ok: true; readonly organisation: Organisation }
  | Refusal<'NOT_FOUND'>
  | Refusal<'ORGANISATION_UNVERIFIED'>;

/** Has an organisation rest on another domain, or on another owner's proof of the same. */
export async function verifyOrganisation(
  { store }: Registry,
  actor: SignedInActor,
  { organisationId, claimId }: { readonly organisationId: string; readonly claimId: string },
): Promise<VerifyOrganisationResult> {
  return store.transact(async (stores) => {
    const staffed = await staffedOrganisation(stores, actor, organisationId, 'owner');
    if (!staffed.ok) return staffed;
    const held = await verifyingClaim(stores, actor, claimId);
    if (!held.ok) return held;
    await stores.organisations.update(organisationId, { claimId: held.claim.id });
    return { ok: true as const, organisation: { ...staffed.organisation, claimId: held.claim.id } };
  });
}
