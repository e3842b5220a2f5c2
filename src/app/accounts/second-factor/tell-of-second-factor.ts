import { secondFactorMail } from '../mails/second-factor-mail.js';
import type { Account } from '../../ports/accounts.js';
import { MailNotSent } from '../../ports/surroundings.js';
import type { Registry } from '../../registry.js';
import type { Origin } from '../origin.js';

/** What became of the second factor of an account. */
export type SecondFactorNews = 'on' | 'off' | 'recovery-code';

/** Mails it to the holder, where mail can be sent: whoever did not do it themselves has to hear of it. */
export async function tellOfSecondFactor(
  { mailer, settings }: Registry,
  { email, emailConfirmedAt }: Account,
  { language }: Pick<Origin, 'language'>,
  news: SecondFactorNews,
): Promise<void> {
  if (!mailer.isEnabled || email === undefined || emailConfirmedAt === undefined) return;
  const message = secondFactorMail(language, news, {
    registry: settings.name,
    link: `${settings.publicUrl}/account`,
  });
  try {
    await mailer.send({ to: email, ...message });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
  }
}
