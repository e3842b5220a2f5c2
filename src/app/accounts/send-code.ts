import type { OneTimeCodePurpose } from '../ports/accounts.js';
import { MailNotSent } from '../ports/surroundings.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { mailCode } from './mail-code.js';
import type { Origin } from './origin.js';
import type { TooManyAttempts } from './take-attempt.js';
import { attemptsAt, attemptsFrom, takeAttempt } from './take-attempt.js';

export type SendCodeResult =
  { readonly ok: true; readonly sentTo: string } | Refusal<'MAIL_DISABLED'> | TooManyAttempts;

interface CodeMail {
  readonly email: string;
  /** A sentence that says what the person can do without the mail. */
  readonly instead: string;
  /** What the link carries. */
  readonly draft?: string | undefined;
}

/** Mails a one-time link and code for `purpose`, as often as mails may be asked for. */
export async function sendCode(
  registry: Registry,
  origin: Origin,
  purpose: OneTimeCodePurpose,
  { email, instead, draft }: CodeMail,
): Promise<SendCodeResult> {
  if (!registry.mailer.isEnabled) return refuse('MAIL_DISABLED', 'This registry sends no mail.', instead);
  const wait = await takeAttempt(registry, 'mail', [attemptsFrom(origin.address), attemptsAt(email)]);
  if (wait !== undefined) return wait;
  try {
    await mailCode(registry, purpose, { email, language: origin.language, draft });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    const nextStep = `Check the address and try again in a few minutes. ${instead}`;
    return refuse('MAIL_DISABLED', 'The mail could not be sent.', nextStep);
  }
  return { ok: true, sentTo: email };
}
