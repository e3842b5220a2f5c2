import { addMembers } from '../../app/organisations/add-members.js';
import type { MembersDoor } from '../../app/organisations/send-members.js';
import type { Registry } from '../../app/registry.js';
import { accountActor } from '../account-actor.js';
import { UsageError } from '../usage-error.js';

/** The registry of this machine, in the name of somebody who works for the organisation. */
export async function ownMembersDoor(
  registry: Registry,
  email: string,
  organisationId: string,
  expiresAt: Date | undefined,
): Promise<MembersDoor> {
  const actor = await accountActor(registry, email);
  return {
    async add(members) {
      const result = await addMembers(registry, actor, { organisationId, members, expiresAt });
      if (!result.ok) throw new UsageError(`${result.message} ${result.nextStep}`);
      return result.members.map((one) =>
        one.ok ? { status: one.status, problem: undefined } : { status: 'refused', problem: one.problem },
      );
    },
  };
}
