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
  { name: `mail to confirm an address in ${language}`, language, write: confirmAddressMail },
]);
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
