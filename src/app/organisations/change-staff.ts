import type { SignedInActor } from '../actor.js';
import type { Organisation, StaffRole } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { staffedOrganisation } from './staffed-organisation.js';

export interface ChangeStaffInput {
  readonly organisationId: string;
  readonly accountId: string;
  /** Undefined: they work there no more. */
  readonly role: StaffRole | undefined;
}

export type ChangeStaffResult =
  { readonly ok: true; readonly organisation: Organisation } | Refusal<'LAST_OWNER'> | Refusal<'NOT_FOUND'>;

/** Gives somebody who works there another role, or none. Whoever works there can leave; the last owner cannot. */
export async function changeStaff(
  { store }: Registry,
  actor: SignedInActor,
  { organisationId, accountId, role }: ChangeStaffInput,
): Promise<ChangeStaffResult> {
  return store.transact(async (stores) => {
    const isLeaving = accountId === actor.account.id && role === undefined;
    const staffed = await staffedOrganisation(stores, actor, organisationId, isLeaving ? 'viewer' : 'owner');
    if (!staffed.ok) return staffed;
    const staff = await stores.organisations.staffOf(organisationId);
    const who = staff.find((one) => one.accountId === accountId);
    if (who === undefined) {
      return refuse('NOT_FOUND', 'Nobody of that id works there.', 'Look at the list of who does.');
    }
    const isLastOwner = who.role === 'owner' && staff.filter((one) => one.role === 'owner').length === 1;
    if (isLastOwner && role !== 'owner') return lastOwner();
    if (role === undefined) await stores.organisations.removeStaff(organisationId, accountId);
    else await stores.organisations.putStaff({ organisationId, accountId, role, since: who.since });
    return { ok: true as const, organisation: staffed.organisation };
  });
}

/** The organisations that would be left without an owner. */
export async function ownedAlone(
  stores: Pick<Stores, 'organisations'>,
  accountId: string,
): Promise<string[]> {
  const alone: string[] = [];
  for (const { organisationId, role } of await stores.organisations.placesOf(accountId)) {
    const staff = role === 'owner' ? await stores.organisations.staffOf(organisationId) : [];
    if (staff.filter((one) => one.role === 'owner').length === 1) alone.push(organisationId);
  }
  return alone;
}

function lastOwner(): Refusal<'LAST_OWNER'> {
  return refuse(
    'LAST_OWNER',
    'The last owner stays: nobody could decide for the organisation any more.',
    'Make somebody else an owner first.',
  );
}
