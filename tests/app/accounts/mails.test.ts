import { describe, expect, it } from '@jest/globals';
import { confirmAddressMail } from '../../../src/app/accounts/mails/confirm-address-mail.js';
import { signInMail } from '../../../src/app/accounts/mails/sign-in-mail.js';
import { MAIL_LANGUAGES } from '../../../src/app/accounts/origin.js';

const SECRET = {
  registry: 'Assent',
  code: 'ABCD-EFGH',
  link: 'https://assent.example/sign-in/secret',
  minutes: 15,
};
const CASES = MAIL_LANGUAGES.flatMap((language) => [
  { name: `sign-in mail in ${language}`, language, write: signInMail },
  {
    name: `sign-in mail that carries an answer, in ${language}`,
    language,
    write: (_language: typeof language, secret: typeof SECRET) =>
      signInMail(language, { ...secret, hasDraft: true }),
  },
  { name: `mail to confirm an address in ${language}`, language, write: confirmAddressMail },
]);
const SHOWN_FIRST = {
  en: 'shows it to\nyou, and puts it on the record only when you press the button',
  es: 'te la\nmuestra, y la inscribe solo cuando pulsas el botón',
};
const NOT_ASKED = { en: /not ask for this\?|was not you\?/, es: /¿No (lo has pedido|has sido) tú\?/ };

describe.each(CASES)('the $name', ({ language, write }) => {
  const { subject, text } = write(language, SECRET);

  it('has one link and the code, each on a line of its own', () => {
    expect(text.match(/https?:\/\/\S+/g)).toEqual([SECRET.link]);
    expect(text.split('\n')).toContain(SECRET.link);
    expect(text.split('\n')).toContain(`    ${SECRET.code}`);
  });

  it('says for how long it works and what to do if it was not asked for', () => {
    expect(text).toContain('15');
    expect(text).toMatch(NOT_ASKED[language]);
  });

  it('names the registry in the subject, and no secret', () => {
    expect(subject).toContain('Assent');
    expect(subject).not.toContain(SECRET.code);
    expect(subject).not.toContain('secret');
  });
});

describe.each(MAIL_LANGUAGES)('the sign-in mail in %s', (language) => {
  it('says of an answer that comes with the link that it is shown before anything is recorded', () => {
    expect(signInMail(language, { ...SECRET, hasDraft: true }).text).toContain(SHOWN_FIRST[language]);
  });

  it('says nothing of an answer where none comes with the link', () => {
    expect(signInMail(language, SECRET).text).not.toContain(SHOWN_FIRST[language]);
  });
});
