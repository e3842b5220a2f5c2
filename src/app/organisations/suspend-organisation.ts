import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Organisation } from '../ports/organisations.js';
import { recordAction } from '../audit/record-action.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { updatePause } from './watch-organisations.js';

export const ORGANISATION_SUSPENSION_REASONS = ['abuse', 'legal-order'] as const;
export type OrganisationSuspensionReason = (typeof ORGANISATION_SUSPENSION_REASONS)[number];

export interface SuspendOrganisationInput {
  readonly organisationId: string;
  /** Undefined lifts the suspension. */
  readonly reason: OrganisationSuspensionReason | undefined;
}

export type SuspendOrganisationResult =
  { readonly ok: true; readonly organisation: Organisation } | InvalidInput | Refusal<'NOT_FOUND'>;

/** Suspends an organisation or lifts that: what it permits is set aside meanwhile, it names no members, and its noes stay. */
export async function suspendOrganisation(
  registry: Registry,
  { account }: SignedInActor,
  { organisationId, reason }: SuspendOrganisationInput,
): Promise<SuspendOrganisationResult> {
  return registry.log.sequence(async (stores, at) => {
    const organisation = await stores.organisations.byId(organisationId);
    if (organisation === undefined) {
      return refuse('NOT_FOUND', 'There is no such organisation.', 'Look at the list of organisations.');
    }
    const staff = await stores.organisations.staffOf(organisationId);
    if (staff.some(({ accountId }) => accountId === account.id)) {
      return invalidInput('organisationId', 'You work there yourself.', 'Leave it to another moderator.');
    }
    await stores.organisations.update(organisationId, { suspendedAt: reason === undefined ? undefined : at });
    const action = reason === undefined ? 'lift-suspension' : 'suspend-organisation';
    const event = { actorId: account.id, action, target: organisationId, reason, details: {} };
    await recordAction(registry, stores, event, at);
    const changed = await updatePause(registry, stores, organisationId, reason ?? 'abuse', at);
    return { ok: true as const, organisation: changed ?? organisation };
  });
}
