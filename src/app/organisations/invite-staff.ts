import { readEmailAddress } from '../accounts/email-address.js';
import { invalidEmail } from '../accounts/refusals.js';
import { attemptsAt, takeAttempt, type TooManyAttempts } from '../accounts/take-attempt.js';
import type { SignedInActor } from '../actor.js';
import type { Organisation, StaffRole } from '../ports/organisations.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { staffInvitationMail } from './mails/staff-invitation-mail.js';
import { staffedOrganisation } from './staffed-organisation.js';

const DAY_MS = 86_400_000;
const DAYS = 14;

export type InviteStaffResult =
  | { readonly ok: true; readonly organisation: Organisation }
  | Refusal<'INVALID_EMAIL'>
  | Refusal<'NOT_FOUND'>
  | TooManyAttempts;

/**
 * Invites somebody to work for an organisation. Only an account that has confirmed the address can accept, so that the mail needs to
 * carry no secret; where no mail can be sent, the invitation waits on the desk of that account.
 */
export async function inviteStaff(
  registry: Registry,
  actor: SignedInActor,
  input: { readonly organisationId: string; readonly email: string; readonly role: StaffRole },
): Promise<InviteStaffResult> {
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  const { clock, mailer, settings, store } = registry;
  const staffed = await staffedOrganisation(store, actor, input.organisationId, 'owner');
  if (!staffed.ok) return staffed;
  const tooMany = await takeAttempt(registry, 'mail', [attemptsAt(email)]);
  if (tooMany !== undefined) return tooMany;
  const { organisation } = staffed;
  const invitedAt = clock();
  await store.organisations.invite({
    organisationId: organisation.id,
    email,
    role: input.role,
    invitedAt,
    expiresAt: new Date(invitedAt.getTime() + DAYS * DAY_MS),
  });
  if (mailer.isEnabled) {
    const link = `${settings.publicUrl}/organisations/${organisation.id}`;
    const words = { registry: settings.name, organisation: organisation.name, days: DAYS, link };
    await mailer.send({ to: email, ...staffInvitationMail(words) });
  }
  return { ok: true, organisation };
}
