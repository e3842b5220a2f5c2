import { proofNoticeMail } from '../../accounts/mails/proof-notice-mail.js';
import type { Proof } from '../../ports/proofs.js';
import { MailNotSent } from '../../ports/surroundings.js';
import type { Registry } from '../../registry.js';
import type { OwnClaim } from '../own-claim.js';
import { graceEnds } from './proof-grace.js';

/** Mails what has become of a proof to whoever it is about, where mail can be sent; the page of the claim says the same. */
export async function tellClaimant(
  { store, mailer, settings }: Registry,
  claim: OwnClaim,
  what: 'failing' | 'lapsed',
  { failingSince, lastProblem }: Pick<Proof, 'failingSince' | 'lastProblem'>,
): Promise<void> {
  const account = await store.accounts.byId(claim.accountId);
  const email = account?.emailConfirmedAt === undefined ? undefined : account.email;
  if (!mailer.isEnabled || email === undefined || failingSince === undefined) return;
  const message = proofNoticeMail(what, {
    registry: settings.name,
    place: claim.expression,
    problem: lastProblem ?? '',
    until: graceEnds(failingSince).toISOString().slice(0, 10),
    link: `${settings.publicUrl}/claims/${claim.id}`,
  });
  try {
    await mailer.send({ to: email, ...message });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
  }
}
