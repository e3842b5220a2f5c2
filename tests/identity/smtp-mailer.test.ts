import { afterAll, describe, expect, it } from '@jest/globals';
import { signInMail } from '../../src/app/accounts/mails/sign-in-mail.js';
import { MailNotSent } from '../../src/app/ports/surroundings.js';
import { createDisabledMailer, createSmtpMailer } from '../../src/identity/smtp-mailer.js';
import { openSmtpInbox } from './smtp-inbox.js';

const inbox = await openSmtpInbox();
const mailer = createSmtpMailer({ url: inbox.url, from: 'Assent <no-reply@assent.example>' });
afterAll(() => inbox.close());

describe('the SMTP mailer', () => {
  it('hands a mail to the server, from the address it was given, marked as automatic', async () => {
    await mailer.send({ to: 'ana@example.org', subject: 'A subject', text: 'A text.\n' });
    const { to, headers, text } = inbox.newestTo('ana@example.org');
    expect(to).toEqual(['ana@example.org']);
    expect(headers).toEqual(
      expect.arrayContaining([
        'From: Assent <no-reply@assent.example>',
        'To: ana@example.org',
        'Subject: A subject',
        'Auto-Submitted: auto-generated',
      ]),
    );
    expect(text).toBe('A text.\n');
  });

  it('says in mails that come again and again where one POST ends them', async () => {
    const leaveAt = `https://assent.example/unsubscribe/${'A'.repeat(43)}`;
    await mailer.send({ to: 'ana@example.org', subject: 'A subject', text: 'A text.\n', leaveAt });
    const { headers } = inbox.newestTo('ana@example.org');
    expect(headers.join('\n').replace(/\n\s+/g, ' ')).toContain(`List-Unsubscribe: <${leaveAt}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('delivers a long link on one line, beside letters outside ASCII', async () => {
    const link = `https://assent.example/${'path/'.repeat(20)}sign-in/${'A'.repeat(43)}`;
    const { subject, text } = signInMail('es', { registry: 'Assent', code: 'ABCD-EFGH', link, minutes: 15 });
    await mailer.send({ to: 'largo@example.org', subject, text });
    expect(inbox.newestTo('largo@example.org').text).toBe(text);
  });

  it.each([
    ['ana@example.org, eve@example.org', 'a list'],
    ['ana@example.org\r\nBcc: eve@example.org', 'a header'],
    ['Ana <ana@example.org>, <eve@example.org>', 'display names'],
  ])('reaches nobody else by %j: %s', async (to) => {
    await mailer.send({ to, subject: 'A subject', text: 'A text.' }).catch(() => undefined);
    expect(inbox.mails.filter((mail) => mail.to.includes('eve@example.org'))).toEqual([]);
  });

  it.each([451, 550])('throws MailNotSent when the server answers %i', async (code) => {
    inbox.refuseWith(code);
    const sent = mailer.send({ to: 'ana@example.org', subject: 'A subject', text: 'A text.' });
    await expect(sent).rejects.toBeInstanceOf(MailNotSent);
    inbox.refuseWith(undefined);
  });

  it('throws MailNotSent when there is no server', async () => {
    const gone = await openSmtpInbox();
    await gone.close();
    const lost = createSmtpMailer({ url: gone.url, from: 'no-reply@assent.example' });
    const sent = lost.send({ to: 'ana@example.org', subject: 'A subject', text: 'A text.' });
    await expect(sent).rejects.toBeInstanceOf(MailNotSent);
  });
});

describe('the mailer of a registry without a mail server', () => {
  it('says that it is not enabled and sends nothing', async () => {
    const none = createDisabledMailer();
    expect(none.isEnabled).toBe(false);
    const sent = none.send({ to: 'ana@example.org', subject: 'A subject', text: 'A text.' });
    await expect(sent).rejects.toBeInstanceOf(MailNotSent);
  });
});
