import { afterAll, describe, expect, it } from '@jest/globals';
import { confirmAddress } from '../../../src/app/accounts/confirm-address.js';
import { register } from '../../../src/app/accounts/register.js';
import { requestConfirmation } from '../../../src/app/accounts/request-confirmation.js';
import { ATTEMPT_LIMITS, createAttemptLimiter } from '../../../src/identity/attempt-limiter.js';
import { createDisabledMailer } from '../../../src/identity/smtp-mailer.js';
import {
  actorBy,
  from,
  mailedTo,
  openAccountsScenario,
  PASSWORD,
  registered,
  settled,
} from './accounts-scenario.js';

const { registry, store, clock, inbox, close } = await openAccountsScenario('register');
afterAll(close);

describe('registering with a password', () => {
  it('opens an artist’s account, signs it in and shows ten different recovery codes', async () => {
    const { account, session, recoveryCodes, confirmationMailed } = await registered(
      registry,
      'ana@example.org',
    );
    expect(account).toMatchObject({ email: 'ana@example.org', emailConfirmedAt: undefined, role: 'artist' });
    expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await actorBy(registry, session)).account).toEqual(account);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(confirmationMailed).toBe(true);
  });

  it('names the account in the log by 128 random bits that its id does not give away', async () => {
    const { account } = await registered(registry, 'pseudonymous@example.org');
    expect(account.pseudonym).toMatch(/^[0-9a-f]{32}$/);
    expect(account.pseudonym).not.toBe(account.id.replaceAll('-', ''));
  });

  it.each([
    ['not an address', PASSWORD, 'INVALID_EMAIL'],
    ['weak@example.org', 'password', 'WEAK_PASSWORD'],
    ['weak@example.org', 'weak@example.org', 'WEAK_PASSWORD'],
  ])('refuses %s with %s: %s', async (email, password, code) => {
    expect(await register(registry, from(), { email, password })).toMatchObject({ ok: false, code });
  });

  it('refuses an address that has an account, in any spelling', async () => {
    await registered(registry, 'taken@example.org');
    const answer = await register(registry, from(), { email: 'Taken@Example.org ', password: PASSWORD });
    expect(answer).toMatchObject({ ok: false, code: 'EMAIL_TAKEN' });
  });

  it('opens one account when the same address is registered twice at once', async () => {
    const input = { email: 'hasty@example.org', password: PASSWORD };
    const answers = await Promise.all([register(registry, from(), input), register(registry, from(), input)]);
    expect(answers.map((answer) => (answer.ok ? 'in' : answer.code)).sort()).toEqual(['EMAIL_TAKEN', 'in']);
  });

  it('works where there is no mail', async () => {
    const without = { ...registry, mailer: createDisabledMailer() };
    const answer = await register(without, from(), { email: 'mailless@example.org', password: PASSWORD });
    expect(settled(answer).confirmationMailed).toBe(false);
  });

  it('stands when the mail server takes no mail', async () => {
    inbox.refuseWith(550);
    const answer = await register(registry, from(), { email: 'bounced@example.org', password: PASSWORD });
    inbox.refuseWith(undefined);
    expect(settled(answer).confirmationMailed).toBe(false);
    expect(await store.accounts.byEmail('bounced@example.org')).toBeDefined();
  });

  it('is limited by where it comes from', async () => {
    const attempts = createAttemptLimiter(registry, {
      ...ATTEMPT_LIMITS,
      register: { perAddress: { attempts: 1, seconds: 60 }, perTarget: { attempts: 1, seconds: 60 } },
    });
    const limited = { ...registry, attempts };
    settled(await register(limited, from(), { email: 'one@example.org', password: PASSWORD }));
    const second = await register(limited, from(), { email: 'two@example.org', password: PASSWORD });
    expect(second).toMatchObject({ ok: false, code: 'TOO_MANY_ATTEMPTS' });
    const elsewhere = from({ address: '198.51.100.1' });
    settled(await register(limited, elsewhere, { email: 'two@example.org', password: PASSWORD }));
  });
});

describe('confirming the address of an account', () => {
  it.each(['token', 'code'] as const)('works by the mailed %s, once', async (kind) => {
    const email = `by-${kind}@example.org`;
    const { account, session } = await registered(registry, email);
    const actor = await actorBy(registry, session);
    const secret = mailedTo(inbox, email)[kind];
    const confirmed = settled(await confirmAddress(registry, actor, { token: secret }));
    expect(confirmed.account.emailConfirmedAt).toEqual(clock.now());
    expect((await store.accounts.byId(account.id))?.emailConfirmedAt).toEqual(clock.now());
    expect(await confirmAddress(registry, actor, { token: secret })).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });

  it('answers a second click on the link as done', async () => {
    const { session } = await registered(registry, 'double@example.org');
    const { token } = mailedTo(inbox, 'double@example.org');
    settled(await confirmAddress(registry, await actorBy(registry, session), { token }));
    const again = await confirmAddress(registry, await actorBy(registry, session), { token });
    expect(again).toMatchObject({ ok: true });
  });

  it('leaves the link good when somebody else opens it while signed in', async () => {
    const mine = await registered(registry, 'careful@example.org');
    const { token } = mailedTo(inbox, 'careful@example.org');
    const other = await actorBy(registry, (await registered(registry, 'other@example.org')).session);
    expect(await confirmAddress(registry, other, { token })).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const answer = await confirmAddress(registry, await actorBy(registry, mine.session), { token });
    expect(answer).toMatchObject({ ok: true });
  });

  it('is over 15 minutes after the mail', async () => {
    const { session } = await registered(registry, 'slow@example.org');
    const { token } = mailedTo(inbox, 'slow@example.org');
    clock.advance({ minutes: 15 });
    const answer = await confirmAddress(registry, await actorBy(registry, session), { token });
    expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});

describe('asking for another mail to confirm an address', () => {
  it('sends one whose link works, and ends those of before', async () => {
    const { session } = await registered(registry, 'once-more@example.org');
    const actor = await actorBy(registry, session);
    const { token: earlier } = mailedTo(inbox, 'once-more@example.org');
    const answer = await requestConfirmation(registry, actor, from({ language: 'es' }));
    expect(answer).toEqual({ ok: true, sentTo: 'once-more@example.org' });
    expect(inbox.newestTo('once-more@example.org').text).toContain('¿No has sido tú?');
    const { token } = mailedTo(inbox, 'once-more@example.org');
    expect(await confirmAddress(registry, actor, { token: earlier })).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    expect(await confirmAddress(registry, actor, { token })).toMatchObject({ ok: true });
  });

  it('is refused once the address is confirmed, and mails nothing', async () => {
    const { session } = await registered(registry, 'settled@example.org');
    const { token } = mailedTo(inbox, 'settled@example.org');
    settled(await confirmAddress(registry, await actorBy(registry, session), { token }));
    const answer = await requestConfirmation(registry, await actorBy(registry, session), from());
    expect(answer).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(inbox.mails.filter(({ to }) => to.includes('settled@example.org'))).toHaveLength(1);
  });

  it('is refused when too many mails were asked for, that of the registration counted', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    const actor = await actorBy(limited, (await registered(limited, 'eager@example.org')).session);
    const codes: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const answer = await requestConfirmation(limited, actor, from({ address: `198.51.100.${turn}` }));
      codes.push(answer.ok ? 'sent' : answer.code);
    }
    expect(codes).toEqual(['sent', 'sent', 'sent', 'sent', 'TOO_MANY_ATTEMPTS']);
    expect(inbox.mails.filter(({ to }) => to.includes('eager@example.org'))).toHaveLength(5);
  });

  it('says so where no mail can be sent', async () => {
    const actor = await actorBy(registry, (await registered(registry, 'unheard@example.org')).session);
    const without = { ...registry, mailer: createDisabledMailer() };
    expect(await requestConfirmation(without, actor, from())).toMatchObject({
      code: 'MAIL_DISABLED',
      message: 'This registry sends no mail.',
    });
    inbox.refuseWith(451);
    const answer = await requestConfirmation(registry, actor, from());
    inbox.refuseWith(undefined);
    expect(answer).toMatchObject({ code: 'MAIL_DISABLED', message: 'The mail could not be sent.' });
  });
});
