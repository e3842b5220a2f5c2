import { MailNotSent } from '../ports/surroundings.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { readEmailAddress } from './email-address.js';
import { mailCode } from './mail-code.js';
import type { Origin } from './origin.js';
import { invalidEmail } from './refusals.js';
import type { TooManyAttempts } from './take-attempt.js';
import { attemptsAt, attemptsFrom, takeAttempt } from './take-attempt.js';

export type RequestSignInResult =
  | { readonly ok: true; readonly sentTo: string }
  | Refusal<'INVALID_EMAIL' | 'MAIL_DISABLED'>
  | TooManyAttempts;

/** Mails a one-time link and code. Does and answers the same whether or not there is an account with the address. */
export async function requestSignIn(
  registry: Registry,
  origin: Origin,
  input: { readonly email: string },
): Promise<RequestSignInResult> {
  if (!registry.mailer.isEnabled) {
    return refuse(
      'MAIL_DISABLED',
      'This registry sends no mail.',
      'Sign in with a password, or set a new one with a recovery code.',
    );
  }
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  const wait = await takeAttempt(registry, 'mail', [attemptsFrom(origin.address), attemptsAt(email)]);
  if (wait !== undefined) return wait;
  try {
    await mailCode(registry, 'sign-in', email, origin.language);
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    return refuse(
      'MAIL_DISABLED',
      'The mail could not be sent.',
      'Check the address and try again in a few minutes, or sign in with a password.',
    );
  }
  return { ok: true, sentTo: email };
}
