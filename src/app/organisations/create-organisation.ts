import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { newAccount } from '../accounts/new-account.js';
import type { SignedInActor } from '../actor.js';
import { ownPlaceClaim, type OwnClaim } from '../claims/own-claim.js';
import { isHeld } from '../claims/is-held.js';
import type { Organisation, OrganisationKind } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { readOrganisationName } from './organisation-name.js';
import { verifiesOrganisation } from './organisation-standing.js';

const MOST_ORGANISATIONS = 10;

export interface CreateOrganisationInput {
  readonly name: string;
  readonly kind: OrganisationKind;
  /** A claim of the actor's on the domain of the organisation, which they have proven. */
  readonly claimId: string;
}

export type CreateOrganisationResult =
  | { readonly ok: true; readonly organisation: Organisation }
  | InvalidInput
  | Refusal<'NOT_FOUND'>
  | Refusal<'ORGANISATION_UNVERIFIED'>;

/**
 * Opens an organisation that is verified by a domain of its first owner's. It has an account of its own, in whose name it speaks: who
 * works there can change, and what was said stays.
 */
export async function createOrganisation(
  registry: Registry,
  actor: SignedInActor,
  input: CreateOrganisationInput,
): Promise<CreateOrganisationResult> {
  const named = readOrganisationName(input.name);
  if (!named.ok) return named;
  return registry.store.transact(async (stores) => {
    const held = await verifyingClaim(stores, actor, input.claimId);
    if (!held.ok) return held;
    if ((await stores.organisations.placesOf(actor.account.id)).length >= MOST_ORGANISATIONS) {
      return invalidInput(
        'name',
        `An account works for at most ${MOST_ORGANISATIONS} organisations.`,
        'Leave one first.',
      );
    }
    const account = newAccount(registry, { email: undefined, role: 'artist' });
    const organisation: Organisation = {
      id: registry.random.uuid(),
      accountId: account.id,
      kind: input.kind,
      name: named.name,
      claimId: held.claim.id,
      createdAt: account.createdAt,
      pause: undefined,
      suspendedAt: undefined,
    };
    await stores.accounts.add(account);
    await stores.organisations.add(organisation);
    const { id: organisationId, createdAt: since } = organisation;
    await stores.organisations.putStaff({
      organisationId,
      accountId: actor.account.id,
      role: 'owner',
      since,
    });
    return { ok: true as const, organisation };
  });
}

/** A claim of the actor's that shows of an organisation that it holds a domain. */
export async function verifyingClaim(
  stores: Pick<Stores, 'claims'>,
  actor: SignedInActor,
  claimId: string,
): Promise<
  { readonly ok: true; readonly claim: OwnClaim } | Refusal<'NOT_FOUND'> | Refusal<'ORGANISATION_UNVERIFIED'>
> {
  const claim = await ownPlaceClaim(stores.claims, actor, claimId);
  if ('ok' in claim) return claim;
  if (claim.kind === 'domain' && isHeld(claim) && verifiesOrganisation(claim)) return { ok: true, claim };
  return refuse(
    'ORGANISATION_UNVERIFIED',
    'An organisation is verified by a whole domain that one of its owners has proven.',
    'Claim the domain of its website and prove it, by a record, a file, a tag or a mail. Then come back.',
  );
}
