import type { OneTimeCodePurpose } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { inGroups } from './crockford-base32.js';
import { confirmAddressMail } from './mails/confirm-address-mail.js';
import type { MailedSecret, MailMessage } from './mails/mail-message.js';
import { signInMail } from './mails/sign-in-mail.js';
import type { MailLanguage } from './origin.js';
import { hashMailedCode, hashToken, newMailedCode, newToken } from './secrets.js';

const MAILED_CODE_MINUTES = 15;

const MAILS: Readonly<
  Record<
    OneTimeCodePurpose,
    { page: string; write: (language: MailLanguage, secret: MailedSecret) => MailMessage }
  >
> = {
  'sign-in': { page: '/sign-in', write: signInMail },
  'confirm-address': { page: '/confirm', write: confirmAddressMail },
};

interface Addressee {
  readonly email: string;
  readonly language: MailLanguage;
  /** What the link carries behind a `#`, where browsers keep it from servers. */
  readonly draft?: string | undefined;
}

/**
 * Mails a one-time link and code for `purpose`; the newest mail to an address is the only one that works. Throws
 * `MailNotSent`.
 */
export async function mailCode(
  registry: Registry,
  purpose: OneTimeCodePurpose,
  { email, language, draft }: Addressee,
): Promise<void> {
  const token = newToken(registry.random);
  const code = newMailedCode(registry.random);
  await keepCode(registry, { purpose, email, token, code });
  const { page, write } = MAILS[purpose];
  // Leads to a page with a button, so a scanner that follows links in mails spends nothing.
  const link = `${registry.settings.publicUrl}${page}/${token}${draft === undefined ? '' : `#${draft}`}`;
  const message = write(language, {
    registry: registry.settings.name,
    code: inGroups(code),
    link,
    hasDraft: draft !== undefined,
    minutes: MAILED_CODE_MINUTES,
  });
  await registry.mailer.send({ to: email, ...message });
}

async function keepCode(
  { store, clock, random, sha256 }: Registry,
  {
    purpose,
    email,
    token,
    code,
  }: { purpose: OneTimeCodePurpose; email: string; token: string; code: string },
): Promise<void> {
  const now = clock();
  await store.transact(async ({ oneTimeCodes }) => {
    const previous = await oneTimeCodes.latest(email, purpose);
    if (previous !== undefined) await oneTimeCodes.spend(previous.id, now);
    await oneTimeCodes.add({
      id: random.uuid(),
      email,
      purpose,
      tokenHash: hashToken(sha256, token),
      codeHash: hashMailedCode(sha256, email, purpose, code),
      attempts: 0,
      createdAt: now,
      expiresAt: new Date(now.getTime() + MAILED_CODE_MINUTES * 60_000),
      usedAt: undefined,
    });
  });
}
