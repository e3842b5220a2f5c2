import type { SignedInActor } from '../actor.js';
import type { Organisation } from '../ports/organisations.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';

export type AnswerInvitationResult =
  { readonly ok: true; readonly organisation: Organisation } | Refusal<'NOT_FOUND'>;

/** Takes an invitation to work for an organisation, or turns it down. Only whoever has confirmed the address it was sent to can. */
export async function answerInvitation(
  { clock, store }: Registry,
  { account }: SignedInActor,
  { organisationId, accept }: { readonly organisationId: string; readonly accept: boolean },
): Promise<AnswerInvitationResult> {
  return store.transact(async (stores) => {
    const now = clock();
    const { email, emailConfirmedAt } = account;
    const isConfirmed = email !== undefined && emailConfirmedAt !== undefined;
    const invitation = isConfirmed ? await stores.organisations.invitation(organisationId, email) : undefined;
    const organisation = await stores.organisations.byId(organisationId);
    if (organisation === undefined || invitation === undefined || invitation.expiresAt <= now) {
      return refuse(
        'NOT_FOUND',
        'There is no such invitation to the address that your account has confirmed.',
        'Ask an owner to invite that address. An invitation ends after 14 days.',
      );
    }
    await stores.organisations.removeInvitation(organisationId, invitation.email);
    if (accept) {
      const { role } = invitation;
      await stores.organisations.putStaff({ organisationId, accountId: account.id, role, since: now });
    }
    return { ok: true as const, organisation };
  });
}
