import type { SignedInActor } from '../actor.js';
import type { Mandate } from '../ports/organisations.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { endMandates } from './end-mandates.js';

export type RevokeMandateResult = { readonly ok: true; readonly mandate: Mandate } | Refusal<'NOT_FOUND'>;

/** Takes back a mandate by which an organisation speaks for the actor's own account. */
export async function revokeMandate(
  registry: Registry,
  { account }: SignedInActor,
  id: string,
): Promise<RevokeMandateResult> {
  return registry.log.sequence(async (stores, at) => {
    const mandate = await stores.members.mandate(id);
    const organisation = mandate && (await stores.organisations.byId(mandate.organisationId));
    if (mandate?.principalId !== account.id || organisation === undefined) {
      return refuse('NOT_FOUND', 'You have given no such mandate.', 'Look at the list on your desk.');
    }
    await endMandates(registry, stores, organisation, [mandate], { by: 'member', at });
    const ended = await stores.members.mandate(id);
    return { ok: true as const, mandate: ended ?? mandate };
  });
}
