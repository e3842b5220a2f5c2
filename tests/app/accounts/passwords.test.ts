import { afterAll, describe, expect, it } from '@jest/globals';
import { changePassword } from '../../../src/app/accounts/change-password.js';
import { countRecoveryCodes } from '../../../src/app/accounts/count-recovery-codes.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import { renewRecoveryCodes } from '../../../src/app/accounts/renew-recovery-codes.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { resetPassword } from '../../../src/app/accounts/reset-password.js';
import { signInWithCode } from '../../../src/app/accounts/sign-in-with-code.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import { createAttemptLimiter } from '../../../src/identity/attempt-limiter.js';
import {
  actorBy,
  from,
  mailedTo,
  openAccountsScenario,
  PASSWORD,
  registered,
  settled,
} from './accounts-scenario.js';

const { registry, store, clock, inbox, close } = await openAccountsScenario('passwords');
afterAll(close);

const NEW_PASSWORD = 'eleven red kites';

async function opens(email: string, password: string): Promise<boolean> {
  return (await signInWithPassword(registry, from(), { email, password })).ok;
}

async function mailedCode(email: string): Promise<string> {
  settled(await requestSignIn(registry, from(), { email }));
  return mailedTo(inbox, email).code;
}

describe('setting a new password by a recovery code', () => {
  it('signs in, ends every session there was, and takes the code once', async () => {
    const email = 'forgetful@example.org';
    const before = await registered(registry, email);
    const code = String(before.recoveryCodes[3]);
    const reset = settled(await resetPassword(registry, from(), { email, code, newPassword: NEW_PASSWORD }));

    expect((await actorBy(registry, reset.session)).account.id).toBe(before.account.id);
    expect(await recogniseSession(registry, before.session.token)).toBeUndefined();
    expect([await opens(email, PASSWORD), await opens(email, NEW_PASSWORD)]).toEqual([false, true]);
    expect(await countRecoveryCodes(registry, await actorBy(registry, reset.session))).toBe(9);

    const again = await resetPassword(registry, from(), { email, code, newPassword: PASSWORD });
    expect(again).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('takes a code once, however many use it at once', async () => {
    const email = 'raced@example.org';
    const { recoveryCodes } = await registered(registry, email);
    const input = { email, code: String(recoveryCodes[0]), newPassword: NEW_PASSWORD };
    const answers = await Promise.all([1, 2, 3].map(() => resetPassword(registry, from(), input)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('takes the code as people type it off paper', async () => {
    const email = 'typist@example.org';
    const { recoveryCodes } = await registered(registry, email);
    const code = String(recoveryCodes[0]).toLowerCase().replaceAll('-', ' ');
    expect(await resetPassword(registry, from(), { email, code, newPassword: NEW_PASSWORD })).toMatchObject({
      ok: true,
    });
  });

  it('does not vouch for the e-mail address', async () => {
    const email = 'unproven@example.org';
    const { recoveryCodes } = await registered(registry, email);
    const input = { email, code: String(recoveryCodes[0]), newPassword: NEW_PASSWORD };
    expect(settled(await resetPassword(registry, from(), input)).account.emailConfirmedAt).toBeUndefined();
  });

  it('answers a foreign code, an unknown address and no address alike', async () => {
    const { recoveryCodes } = await registered(registry, 'one@example.org');
    await registered(registry, 'two@example.org');
    const code = String(recoveryCodes[0]);
    const answers = [];
    for (const email of ['two@example.org', 'unknown@example.org', 'no address']) {
      answers.push(await resetPassword(registry, from(), { email, code, newPassword: NEW_PASSWORD }));
    }
    expect(answers[0]).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('keeps the code when the new password is too weak', async () => {
    const email = 'hasty@example.org';
    const { recoveryCodes } = await registered(registry, email);
    const code = String(recoveryCodes[0]);
    const weak = await resetPassword(registry, from(), { email, code, newPassword: '1234567890' });
    expect(weak).toMatchObject({ code: 'WEAK_PASSWORD' });
    expect(await resetPassword(registry, from(), { email, code, newPassword: NEW_PASSWORD })).toMatchObject({
      ok: true,
    });
  });

  it('lets a suspended account nowhere', async () => {
    const email = 'suspended@example.org';
    const { account, recoveryCodes } = await registered(registry, email);
    await store.accounts.update(account.id, { suspendedAt: clock.now() });
    const input = { email, code: String(recoveryCodes[0]), newPassword: NEW_PASSWORD };
    expect(await resetPassword(registry, from(), input)).toMatchObject({
      message: 'This account is suspended.',
    });
    expect((await store.accounts.byId(account.id))?.passwordHash).toBe(account.passwordHash);
  });

  it('is limited per account, counting each attempt', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    const email = 'guessed@example.org';
    const attempt = (): ReturnType<typeof resetPassword> =>
      resetPassword(limited, from(), { email, code: 'AAAA-AAAA-AAAA-AAAA', newPassword: NEW_PASSWORD });
    for (let turn = 0; turn < 10; turn += 1)
      expect(await attempt()).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await attempt()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('setting a new password by a mailed code', () => {
  it('signs in, ends every session there was, and spends the mail', async () => {
    const email = 'mailed@example.org';
    const before = await registered(registry, email);
    const code = await mailedCode(email);
    const reset = settled(await resetPassword(registry, from(), { email, code, newPassword: NEW_PASSWORD }));
    expect(reset.account.id).toBe(before.account.id);
    expect(await recogniseSession(registry, before.session.token)).toBeUndefined();
    expect([await opens(email, PASSWORD), await opens(email, NEW_PASSWORD)]).toEqual([false, true]);
    expect(await signInWithCode(registry, from(), { email, code })).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });

  it('counts wrong codes together with those at signing in', async () => {
    const email = 'shared-count@example.org';
    const code = await mailedCode(email);
    const wrong = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    for (let turn = 0; turn < 3; turn += 1) await signInWithCode(registry, from(), { email, code: wrong });
    for (let turn = 0; turn < 2; turn += 1) {
      await resetPassword(registry, from(), { email, code: wrong, newPassword: NEW_PASSWORD });
    }
    const answer = await resetPassword(registry, from(), { email, code, newPassword: NEW_PASSWORD });
    expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });
});

describe('changing the password', () => {
  it('asks for the current one, then ends every session and goes on under a new token', async () => {
    const email = 'changer@example.org';
    const { session } = await registered(registry, email);
    const elsewhere = settled(await signInWithPassword(registry, from(), { email, password: PASSWORD }));
    const actor = await actorBy(registry, session);
    const changed = settled(
      await changePassword(registry, actor, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
    );

    expect(await recogniseSession(registry, session.token)).toBeUndefined();
    expect(await recogniseSession(registry, elsewhere.session.token)).toBeUndefined();
    expect(await recogniseSession(registry, changed.session.token)).toBeDefined();
    expect(await store.sessions.ofAccount(actor.account.id)).toMatchObject([{ userAgent: 'A browser' }]);
    expect([await opens(email, PASSWORD), await opens(email, NEW_PASSWORD)]).toEqual([false, true]);
  });

  it.each<[string | undefined, string]>([
    [undefined, 'none'],
    ['eleven red geese', 'a wrong one'],
  ])('is refused with %s as the current password: %s', async (currentPassword) => {
    const email = `unattended-${String(currentPassword).length}@example.org`;
    const actor = await actorBy(registry, (await registered(registry, email)).session);
    const answer = await changePassword(registry, actor, { currentPassword, newPassword: NEW_PASSWORD });
    expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await opens(email, PASSWORD)).toBe(true);
  });

  it('needs no current one where there is none yet', async () => {
    const email = 'first@example.org';
    const code = await mailedCode(email);
    const { session } = settled(await signInWithCode(registry, from(), { email, code }));
    const actor = await actorBy(registry, session);
    settled(await changePassword(registry, actor, { newPassword: NEW_PASSWORD }));
    expect(await opens(email, NEW_PASSWORD)).toBe(true);
  });

  it('refuses a weak one and one made of the address', async () => {
    const email = 'weakling@example.org';
    const actor = await actorBy(registry, (await registered(registry, email)).session);
    for (const newPassword of ['1234567890', email]) {
      const answer = await changePassword(registry, actor, { currentPassword: PASSWORD, newPassword });
      expect(answer).toMatchObject({ code: 'WEAK_PASSWORD' });
    }
  });

  it('cannot be done by an API key', async () => {
    const email = 'program@example.org';
    const actor = await actorBy(registry, (await registered(registry, email)).session);
    const program = { ...actor, via: 'api-key', sessionId: undefined } as const;
    const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect(await changePassword(registry, program, input)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await renewRecoveryCodes(registry, program, input)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('cannot be used to guess the current one without end', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    const actor = await actorBy(registry, (await registered(registry, 'borrowed@example.org')).session);
    const attempt = (currentPassword: string): ReturnType<typeof changePassword> =>
      changePassword(limited, actor, { currentPassword, newPassword: NEW_PASSWORD });
    for (let turn = 0; turn < 10; turn += 1) await attempt(`guess ${turn}`);
    expect(await attempt(PASSWORD)).toMatchObject({
      ok: false,
      message: 'Too many attempts in a short time.',
    });
  });
});

describe('renewing the recovery codes', () => {
  it('ends the old ones', async () => {
    const email = 'renewer@example.org';
    const { session, recoveryCodes: old } = await registered(registry, email);
    const actor = await actorBy(registry, session);
    const { recoveryCodes } = settled(
      await renewRecoveryCodes(registry, actor, { currentPassword: PASSWORD }),
    );
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes.filter((code) => old.includes(code))).toEqual([]);
    const byOld = await resetPassword(registry, from(), {
      email,
      code: String(old[0]),
      newPassword: NEW_PASSWORD,
    });
    expect(byOld).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const byNew = { email, code: String(recoveryCodes[0]), newPassword: NEW_PASSWORD };
    expect(await resetPassword(registry, from(), byNew)).toMatchObject({ ok: true });
  });

  it('asks for the current password', async () => {
    const actor = await actorBy(registry, (await registered(registry, 'asked@example.org')).session);
    for (const currentPassword of [undefined, 'eleven red geese']) {
      const answer = await renewRecoveryCodes(registry, actor, { currentPassword });
      expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    }
    expect(await countRecoveryCodes(registry, actor)).toBe(10);
  });
});
