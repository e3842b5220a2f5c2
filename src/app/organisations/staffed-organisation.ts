import type { SignedInActor } from '../actor.js';
import type { Organisation, StaffRole } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse, type Refusal } from '../refusal.js';

export interface StaffedOrganisation {
  readonly ok: true;
  readonly organisation: Organisation;
  readonly role: StaffRole;
}

/** What each role may do, the least first: see, answer and name members, decide who works there. */
const RANKS: readonly StaffRole[] = ['viewer', 'editor', 'owner'];

/**
 * An organisation in which the actor works as this or as more. One in which they do not is refused like one that does not exist
 * to whoever needs more than its public facts.
 */
export async function staffedOrganisation(
  stores: Pick<Stores, 'organisations'>,
  { account }: SignedInActor,
  id: string,
  least: StaffRole,
): Promise<StaffedOrganisation | Refusal<'NOT_FOUND'>> {
  const organisation = await stores.organisations.byId(id);
  const places = organisation === undefined ? [] : await stores.organisations.placesOf(account.id);
  const place = places.find(({ organisationId }) => organisationId === id);
  if (organisation === undefined || place === undefined) {
    return refuse(
      'NOT_FOUND',
      'You work for no such organisation.',
      'Ask one of its owners to invite you, with the address that your account has confirmed.',
    );
  }
  if (RANKS.indexOf(place.role) < RANKS.indexOf(least)) {
    return refuse(
      'NOT_FOUND',
      `You are its ${place.role}, and this is for an ${least}.`,
      'Ask one of its owners to do it, or to give you that role.',
    );
  }
  return { ok: true, organisation, role: place.role };
}
