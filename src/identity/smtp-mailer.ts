import { createTransport } from 'nodemailer';
import type { Mailer } from '../app/ports/surroundings.js';
import { MailNotSent } from '../app/ports/surroundings.js';

interface SmtpOptions {
  /** `smtp://user:password@host:port` (STARTTLS where offered) or `smtps://…`. */
  readonly url: string;
  /** `Assent <no-reply@example.com>`. */
  readonly from: string;
}

const TIMEOUT_MS = 10_000;

/** Mails through an SMTP server. */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // RFC 3834: so that no holiday notice answers.
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return {
    isEnabled: true,
    async send({ to, subject, text, leaveAt }) {
      try {
        // As an object, so that nothing in the address is read as a second recipient.
        await transport.sendMail({
          to: { name: '', address: to },
          subject,
          text,
          ...(leaveAt === undefined ? {} : { headers: leavingHeaders(leaveAt) }),
        });
      } catch (cause) {
        throw new MailNotSent('The mail server did not take the mail.', { cause });
      }
    },
  };
}

/** RFC 8058 §3.1, with RFC 2369 §3.2: what a mail program needs for a button that ends such mails. */
function leavingHeaders(leaveAt: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${leaveAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** For a registry without an SMTP server. */
export function createDisabledMailer(): Mailer {
  return {
    isEnabled: false,
    send: () => Promise.reject(new MailNotSent('No mail server is set.')),
  };
}
