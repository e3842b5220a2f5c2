import { afterAll, describe, expect, it } from '@jest/globals';
import type { Sha256 } from '../../../src/app/ports/surroundings.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { signInWithCode } from '../../../src/app/accounts/sign-in-with-code.js';
import { signInWithLink } from '../../../src/app/accounts/sign-in-with-link.js';
import { createAttemptLimiter } from '../../../src/identity/attempt-limiter.js';
import { createDisabledMailer } from '../../../src/identity/smtp-mailer.js';
import {
  actorBy,
  from,
  mailedTo,
  openAccountsScenario,
  registered,
  secretsIn,
  settled,
} from './accounts-scenario.js';

const { registry, store, clock, inbox, close } = await openAccountsScenario('sign-in by mail');
afterAll(close);

async function mailed(email: string): Promise<{ code: string; token: string }> {
  settled(await requestSignIn(registry, from(), { email }));
  return mailedTo(inbox, email);
}

function byCode(email: string, code: string): ReturnType<typeof signInWithCode> {
  return signInWithCode(registry, from(), { email, code });
}

function byLink(token: string): ReturnType<typeof signInWithLink> {
  return signInWithLink(registry, from(), { token });
}

/** A well-formed code that is not this one. */
function otherThan(code: string, turn = 1): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const first = alphabet[(alphabet.indexOf(code.charAt(0)) + turn) % alphabet.length];
  return `${String(first)}${code.slice(1)}`;
}

describe('asking for a sign-in mail', () => {
  it('answers and mails the same for a known and an unknown address', async () => {
    await registered(registry, 'known@example.org');
    const known = await requestSignIn(registry, from(), { email: 'known@example.org' });
    const unknown = await requestSignIn(registry, from(), { email: 'nobody@example.org' });
    expect(known).toEqual({ ok: true, sentTo: 'known@example.org' });
    expect(unknown).toEqual({ ok: true, sentTo: 'nobody@example.org' });
    const withoutSecrets = (address: string): string => {
      const { code, token } = mailedTo(inbox, address);
      return inbox.newestTo(address).text.replace(code, '').replace(token, '');
    };
    expect(withoutSecrets('known@example.org')).toBe(withoutSecrets('nobody@example.org'));
    expect(await store.accounts.byEmail('nobody@example.org')).toBeUndefined();
  });

  it('mails to the address in its one spelling', async () => {
    const answer = await requestSignIn(registry, from(), { email: '  Ana@Dibujos.Example ' });
    expect(answer).toEqual({ ok: true, sentTo: 'ana@dibujos.example' });
    expect(inbox.newestTo('ana@dibujos.example').to).toEqual(['ana@dibujos.example']);
  });

  it('writes in the language of the request', async () => {
    settled(await requestSignIn(registry, from({ language: 'es' }), { email: 'idioma@example.org' }));
    expect(inbox.newestTo('idioma@example.org').text).toContain('¿No lo has pedido tú?');
  });

  it('refuses what is no address', async () => {
    const answer = await requestSignIn(registry, from(), { email: 'a@example.org, b@example.org' });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID_EMAIL' });
  });

  it('says so where the registry sends no mail', async () => {
    const without = { ...registry, mailer: createDisabledMailer() };
    const answer = await requestSignIn(without, from(), { email: 'ana@example.org' });
    expect(answer).toMatchObject({ ok: false, code: 'MAIL_DISABLED' });
  });

  it('says what to do when the mail server takes no mail', async () => {
    inbox.refuseWith(451);
    const answer = await requestSignIn(registry, from(), { email: 'refused@example.org' });
    inbox.refuseWith(undefined);
    expect(answer).toMatchObject({
      ok: false,
      code: 'MAIL_DISABLED',
      message: 'The mail could not be sent.',
    });
  });

  it('mails a draft at the end of the link, and keeps it nowhere', async () => {
    const draft = `1${'aB3_-'.repeat(399)}zZ09`;
    const email = 'drafting@example.org';
    settled(await requestSignIn(registry, from(), { email, draft }));
    const { text } = inbox.newestTo(email);
    const { token } = secretsIn(text);
    expect(text.split('\n')).toContain(`${registry.settings.publicUrl}/sign-in/${token}#${draft}`);
    const kept = await store.oneTimeCodes.latest(email, 'sign-in');
    expect(Object.values(kept ?? {}).some((value) => String(value).includes(draft.slice(0, 20)))).toBe(false);
    expect(await byLink(token)).toMatchObject({ ok: true });
  });

  it.each([
    ['', 'nothing'],
    ['a'.repeat(2_001), 'a character too many'],
    ['a b', 'a space ends a link'],
    ['a\nhttps://elsewhere.example/', 'a line of its own could be another link'],
    ['a\r\nBcc: b@example.org', 'no header may be begun'],
    ['<b>', 'no markup'],
    ['a.b', 'no dot, so that no host name can be written'],
    ['a#b', 'a second fragment'],
    ['%41', 'no escape'],
    ['añadir', 'plain letters only'],
  ])('takes no draft %j: %s', async (draft) => {
    const before = inbox.mails.length;
    const answer = await requestSignIn(registry, from(), { email: 'drafting@example.org', draft });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'draft' });
    expect(inbox.mails).toHaveLength(before);
  });

  it('mails an address only so often, whoever asks', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    const answers = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const origin = from({ address: `198.51.100.${turn}` });
      answers.push(await requestSignIn(limited, origin, { email: 'flooded@example.org' }));
    }
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(answers[5]).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: expect.any(Number) });
    expect(inbox.mails.filter(({ to }) => to.includes('flooded@example.org'))).toHaveLength(5);
  });
});

describe('signing in by a mailed code or link', () => {
  it('opens an account with a confirmed address at the first sign-in', async () => {
    const { code } = await mailed('new@example.org');
    const { account, session } = settled(await byCode('new@example.org', code));
    expect(account).toMatchObject({
      email: 'new@example.org',
      emailConfirmedAt: clock.now(),
      passwordHash: undefined,
      role: 'artist',
    });
    expect((await actorBy(registry, session)).account).toEqual(account);
  });

  it('finds the same account the next time', async () => {
    const first = settled(await byCode('again@example.org', (await mailed('again@example.org')).code));
    const second = settled(await byLink((await mailed('again@example.org')).token));
    expect(second.account).toEqual(first.account);
  });

  it('takes the code as people type it', async () => {
    const { code } = await mailed('typed@example.org');
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(await byCode('Typed@Example.org', typed)).toMatchObject({ ok: true });
  });

  it('spends code and link together', async () => {
    const byOne = await mailed('spent-by-code@example.org');
    settled(await byCode('spent-by-code@example.org', byOne.code));
    expect(await byCode('spent-by-code@example.org', byOne.code)).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    expect(await byLink(byOne.token)).toMatchObject({ code: 'WRONG_CREDENTIALS' });

    const byOther = await mailed('spent-by-link@example.org');
    settled(await byLink(byOther.token));
    expect(await byLink(byOther.token)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await byCode('spent-by-link@example.org', byOther.code)).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });

  it('gives one session for one mail, however many use it at once', async () => {
    const { code, token } = await mailed('raced@example.org');
    const attempts = [1, 2, 3, 4].map((turn) =>
      turn % 2 === 0 ? byLink(token) : byCode('raced@example.org', code),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const account = await store.accounts.byEmail('raced@example.org');
    expect(await store.sessions.ofAccount(account?.id ?? '')).toHaveLength(1);
  });

  it('ends both after 15 minutes', async () => {
    const { code, token } = await mailed('late@example.org');
    clock.advance({ minutes: 15 });
    expect(await byCode('late@example.org', code)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await byLink(token)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('still takes both a second before that', async () => {
    const { code } = await mailed('punctual@example.org');
    clock.advance({ minutes: 14, seconds: 59 });
    expect(await byCode('punctual@example.org', code)).toMatchObject({ ok: true });
  });

  it('takes only the newest mail, also once that one is spent', async () => {
    const older = await mailed('twice@example.org');
    const newer = await mailed('twice@example.org');
    expect(await byCode('twice@example.org', older.code)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await byLink(older.token)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    settled(await byCode('twice@example.org', newer.code));
    expect(await byCode('twice@example.org', older.code)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await byLink(older.token)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('lets in once by two mails asked for at once', async () => {
    const email = 'impatient@example.org';
    await Promise.all([
      requestSignIn(registry, from(), { email }),
      requestSignIn(registry, from(), { email }),
    ]);
    const codes = inbox.mails.filter(({ to }) => to.includes(email)).map(({ text }) => secretsIn(text).code);
    const answers = [];
    for (const code of codes) answers.push(await byCode(email, code));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await store.oneTimeCodes.latest(email, 'sign-in')).toBeUndefined();
  });

  it('does not take a code at another address', async () => {
    const mine = await mailed('mine@example.org');
    await mailed('yours@example.org');
    expect(await byCode('yours@example.org', mine.code)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await byCode('mine@example.org', mine.code)).toMatchObject({ ok: true });
  });

  it.each([
    ['', 'nothing typed'],
    ['0000', 'too short'],
    ['AAAA-AAAA-AAAA-AAAA', 'as long as a recovery code'],
    ['UUUU-UUUU', 'letters that no code has'],
  ])('refuses %j: %s', async (code) => {
    await mailed('malformed@example.org');
    expect(await byCode('malformed@example.org', code)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('refuses a token that was never mailed', async () => {
    expect(await byLink('A'.repeat(43))).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('turns a suspended account away, once its owner has shown who they are', async () => {
    const { account } = await registered(registry, 'suspended@example.org');
    await store.accounts.update(account.id, { emailConfirmedAt: clock.now(), suspendedAt: clock.now() });
    const { code } = await mailed('suspended@example.org');
    const answer = await byCode('suspended@example.org', code);
    expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS', message: 'This account is suspended.' });
  });
});

describe('guessing a mailed code', () => {
  it('is over after five wrong guesses: then the right code is wrong too', async () => {
    const { code } = await mailed('guessed@example.org');
    for (let turn = 1; turn <= 5; turn += 1) {
      expect(await byCode('guessed@example.org', otherThan(code, turn))).toMatchObject({ ok: false });
    }
    expect(await byCode('guessed@example.org', code)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('leaves the fifth guess to be right', async () => {
    const { code } = await mailed('clumsy@example.org');
    for (let turn = 1; turn <= 4; turn += 1) await byCode('clumsy@example.org', otherThan(code, turn));
    expect(await byCode('clumsy@example.org', code)).toMatchObject({ ok: true });
  });

  it('gets no more than five guesses by making them at once', async () => {
    const { code } = await mailed('stormed@example.org');
    let looks = 0;
    const sha256: Sha256 = (bytes) => {
      if (new TextDecoder().decode(bytes).startsWith('mailed code')) looks += 1;
      return registry.sha256(bytes);
    };
    const guesses = Array.from({ length: 25 }, (_, turn) =>
      signInWithCode({ ...registry, sha256 }, from(), {
        email: 'stormed@example.org',
        code: otherThan(code, turn + 1),
      }),
    );
    expect((await Promise.all(guesses)).every(({ ok }) => !ok)).toBe(true);
    expect(looks).toBe(5);
  });

  it('does not hurt the link of the same mail, which nobody can guess', async () => {
    const { code, token } = await mailed('linked@example.org');
    for (let turn = 1; turn <= 6; turn += 1) await byCode('linked@example.org', otherThan(code, turn));
    expect(await byLink(token)).toMatchObject({ ok: true });
  });

  it('is also limited by where guesses come from, counting each attempt', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    const answers = await Promise.all(
      Array.from({ length: 61 }, (_, turn) =>
        signInWithCode(limited, from(), { email: `target-${turn}@example.org`, code: 'AAAA-AAAA' }),
      ),
    );
    const codes = answers.map((answer) => (answer.ok ? 'in' : answer.code));
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(60);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(1);
  });
});
