import type { SignedInActor } from '../actor.js';
import type { Member } from '../ports/organisations.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { endMandates } from './end-mandates.js';
import { staffedOrganisation } from './staffed-organisation.js';

export type RemoveMemberResult = { readonly ok: true; readonly member: Member } | Refusal<'NOT_FOUND'>;

/** An organisation speaks for somebody no more: from the organisation's side. */
export async function removeMember(
  registry: Registry,
  actor: SignedInActor,
  { organisationId, memberId }: { readonly organisationId: string; readonly memberId: string },
): Promise<RemoveMemberResult> {
  return registry.log.sequence(async (stores, at) => {
    const staffed = await staffedOrganisation(stores, actor, organisationId, 'editor');
    if (!staffed.ok) return staffed;
    const member = await stores.members.byId(memberId);
    if (member?.organisationId !== organisationId) {
      return refuse('NOT_FOUND', 'The organisation has no such member.', 'Look at the list of members.');
    }
    const mandates = await stores.members.mandatesOf(memberId);
    await endMandates(registry, stores, staffed.organisation, mandates, { by: 'organisation', at });
    const left = { leftAt: member.leftAt ?? at, tellAt: undefined };
    await stores.members.update(memberId, left);
    return { ok: true as const, member: { ...member, ...left } };
  });
}
