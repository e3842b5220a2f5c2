import { inGroups } from '../../accounts/crockford-base32.js';
import { claimCodeMail } from '../../accounts/mails/claim-code-mail.js';
import type { Origin } from '../../accounts/origin.js';
import { invalidInput } from '../../accounts/refusals.js';
import type { InvalidInput } from '../../accounts/refusals.js';
import { hashMailedCode, newMailedCode } from '../../accounts/secrets.js';
import { attemptsAt, attemptsFrom, takeAttempt, type TooManyAttempts } from '../../accounts/take-attempt.js';
import type { SignedInActor } from '../../actor.js';
import { MailNotSent } from '../../ports/surroundings.js';
import { refuse } from '../../refusal.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { claimEnded, ownPlaceClaim, type OwnClaim } from '../own-claim.js';
import { claimCodePurpose } from './check-mailed-code.js';
import { domainAddresses } from './domain-mail.js';

export interface MailClaimCodeInput {
  readonly claimId: string;
  /** One of the addresses that `domainAddresses` names. */
  readonly to: string;
}

export type MailClaimCodeResult =
  | { readonly ok: true; readonly claim: OwnClaim; readonly sentTo: string }
  | InvalidInput
  | Refusal<'MAIL_DISABLED'>
  | Refusal<'NOT_FOUND'>
  | TooManyAttempts;

const MINUTES = 60;

/** Mails a code to a mailbox of the domain that is claimed. The newest one of a claim is the only one that works. */
export async function mailClaimCode(
  registry: Registry,
  actor: SignedInActor,
  origin: Pick<Origin, 'address' | 'language'>,
  { claimId, to }: MailClaimCodeInput,
): Promise<MailClaimCodeResult> {
  const claim = await ownPlaceClaim(registry.store.claims, actor, claimId);
  if ('ok' in claim) return claim;
  if (claim.state !== 'open') return claimEnded(claim);
  const email = domainAddresses(claim).find((address) => address === to.trim().toLowerCase());
  if (email === undefined) return notOfTheDomain(claim);
  if (!registry.mailer.isEnabled) return noMail('This registry sends no mail.');
  const keys = [attemptsFrom(origin.address), attemptsAt(email), `account:${actor.account.id}`];
  const tooMany = await takeAttempt(registry, 'mail', keys);
  if (tooMany !== undefined) return tooMany;
  try {
    await send(registry, claim, email, origin.language);
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    return noMail('The mail could not be sent.');
  }
  return { ok: true, claim, sentTo: email };
}

async function send(
  { store, clock, random, sha256, mailer, settings }: Registry,
  claim: OwnClaim,
  email: string,
  language: Origin['language'],
): Promise<void> {
  const code = newMailedCode(random);
  await store.claimCodes.put({
    claimId: claim.id,
    email,
    codeHash: hashMailedCode(sha256, email, claimCodePurpose(claim.id), code),
    guesses: 0,
    expiresAt: new Date(clock().getTime() + MINUTES * 60_000),
  });
  const words = { registry: settings.name, code: inGroups(code), place: claim.expression, minutes: MINUTES };
  await mailer.send({ to: email, ...claimCodeMail(language, words) });
}

function notOfTheDomain(claim: OwnClaim): InvalidInput {
  const addresses = domainAddresses(claim);
  return addresses.length === 0
    ? invalidInput('to', 'Only a whole site can be proven by mail.', 'Use another way, or claim the site.')
    : invalidInput(
        'to',
        'Mail to this address would not show who runs the site.',
        `Choose one of ${addresses.join(', ')}.`,
      );
}

function noMail(message: string): Refusal<'MAIL_DISABLED'> {
  return refuse(
    'MAIL_DISABLED',
    message,
    'Use another way: a record in the DNS, a file, or the page itself.',
  );
}
