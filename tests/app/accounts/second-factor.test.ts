import { afterAll, describe, expect, it } from '@jest/globals';
import { changePassword } from '../../../src/app/accounts/change-password.js';
import { renewRecoveryCodes } from '../../../src/app/accounts/renew-recovery-codes.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { resetPassword } from '../../../src/app/accounts/reset-password.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import type { Registered } from '../../../src/app/accounts/register.js';
import { beginSecondFactor } from '../../../src/app/accounts/second-factor/begin-second-factor.js';
import { giveSecondFactor } from '../../../src/app/accounts/second-factor/give-second-factor.js';
import { liftSecondFactor } from '../../../src/app/accounts/second-factor/lift-second-factor.js';
import { turnOffSecondFactor } from '../../../src/app/accounts/second-factor/turn-off-second-factor.js';
import { turnOnSecondFactor } from '../../../src/app/accounts/second-factor/turn-on-second-factor.js';
import { signInWithCode } from '../../../src/app/accounts/sign-in-with-code.js';
import { signInWithLink } from '../../../src/app/accounts/sign-in-with-link.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import type { SignInResult } from '../../../src/app/accounts/sign-in-result.js';
import { signOut } from '../../../src/app/accounts/sign-out.js';
import { codeAt, stepAt } from '../../../src/core/second-factor/totp.js';
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

const { registry, store, clock, inbox, close } = await openAccountsScenario('second factor');
afterAll(close);

/** What the app of an account shows, some steps from now. */
async function shown(accountId: string, aside = 0): Promise<string> {
  const factor = await store.secondFactors.ofAccount(accountId);
  if (factor === undefined) throw new Error('The account has no app.');
  return codeAt(factor.secret, stepAt(clock.now()) + aside);
}

/** An account that asks for a second factor, with its address confirmed. */
async function guarded(email: string): Promise<Registered> {
  const mine = await registered(registry, email);
  await store.accounts.update(mine.account.id, { emailConfirmedAt: clock.now() });
  const actor = await actorBy(registry, mine.session);
  settled(await beginSecondFactor(registry, actor, { currentPassword: PASSWORD }));
  const code = await shown(mine.account.id);
  settled(await turnOnSecondFactor(registry, actor, from(), { code }));
  // The code that turned it on is used up.
  clock.advance({ seconds: 60 });
  return mine;
}

function halfOf(result: SignInResult): string {
  if (result.ok || result.code !== 'SECOND_FACTOR_NEEDED') throw new Error(JSON.stringify(result));
  return result.half.token;
}

const half = async (email: string): Promise<string> =>
  halfOf(await signInWithPassword(registry, from(), { email, password: PASSWORD }));

const WRONG = { ok: false, code: 'WRONG_CREDENTIALS' };

describe('an account with an authenticator app', () => {
  it.each<[string, (email: string, mine: Registered) => Promise<SignInResult>]>([
    ['a password', (email) => signInWithPassword(registry, from(), { email, password: PASSWORD })],
    [
      'a mailed code',
      async (email) => {
        settled(await requestSignIn(registry, from(), { email }));
        return signInWithCode(registry, from(), { email, code: mailedTo(inbox, email).code });
      },
    ],
    [
      'a mailed link',
      async (email) => {
        settled(await requestSignIn(registry, from(), { email }));
        return signInWithLink(registry, from(), { token: mailedTo(inbox, email).token });
      },
    ],
  ])('is not entered by %s alone, and is by that and a code', async (how, enter) => {
    const email = `${how.replaceAll(' ', '-')}@example.org`;
    const mine = await guarded(email);
    const sessions = (await store.sessions.ofAccount(mine.account.id)).length;
    const token = halfOf(await enter(email, mine));
    expect(await recogniseSession(registry, token)).toBeUndefined();
    expect(await store.sessions.ofAccount(mine.account.id)).toHaveLength(sessions);

    const code = await shown(mine.account.id);
    const entered = settled(await giveSecondFactor(registry, from(), { half: token, code }));
    expect(entered.account.id).toBe(mine.account.id);
    expect(await recogniseSession(registry, entered.session.token)).toMatchObject({
      account: { id: mine.account.id },
    });
    expect(await giveSecondFactor(registry, from(), { half: token, code })).toMatchObject(WRONG);
  });

  it('takes a code once, in whichever sign-in, also where it is sent twice at the same moment', async () => {
    const mine = await guarded('twice@example.org');
    const code = await shown(mine.account.id);
    const halves = await Promise.all([half('twice@example.org'), half('twice@example.org')]);
    const results = await Promise.all(
      halves.map((each) => giveSecondFactor(registry, from(), { half: each, code })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const third = await half('twice@example.org');
    expect(await giveSecondFactor(registry, from(), { half: third, code })).toMatchObject(WRONG);
    // Nor one of a step before it, that was never sent.
    const before = await shown(mine.account.id, -1);
    expect(await giveSecondFactor(registry, from(), { half: third, code: before })).toMatchObject(WRONG);
    settled(await giveSecondFactor(registry, from(), { half: third, code: await shown(mine.account.id, 1) }));
  });

  it('bears five guesses in a sign-in, after which the right code opens nothing', async () => {
    const mine = await guarded('guessed@example.org');
    const token = await half('guessed@example.org');
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await giveSecondFactor(registry, from(), { half: token, code: '00000a' })).toMatchObject(WRONG);
    }
    const code = await shown(mine.account.id);
    expect(await giveSecondFactor(registry, from(), { half: token, code })).toMatchObject(WRONG);
  });

  it('bears ten guesses an hour, in however many sign-ins and from wherever', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    await guarded('flooded@example.org');
    const codes: string[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const result = await giveSecondFactor(limited, from({ address: `192.0.2.${guess}` }), {
        half: await half('flooded@example.org'),
        code: '00000a',
      });
      if (!result.ok) codes.push(result.code);
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'WRONG_CREDENTIALS'));
    expect(codes.slice(10)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
  });

  it('waits ten minutes for the code', async () => {
    const mine = await guarded('slow@example.org');
    const token = await half('slow@example.org');
    clock.advance({ minutes: 10 });
    const code = await shown(mine.account.id);
    expect(await giveSecondFactor(registry, from(), { half: token, code })).toMatchObject(WRONG);
    expect(await giveSecondFactor(registry, from(), { half: undefined, code })).toMatchObject(WRONG);
  });

  it('takes a recovery code in place of the app, once, and mails that one was used', async () => {
    const mine = await guarded('lost-phone@example.org');
    const [code = ''] = mine.recoveryCodes;
    settled(await giveSecondFactor(registry, from(), { half: await half('lost-phone@example.org'), code }));
    expect(inbox.newestTo('lost-phone@example.org').headers).toContainEqual(
      expect.stringMatching(/^Subject: .*a recovery code was used/),
    );
    const again = { half: await half('lost-phone@example.org'), code };
    expect(await giveSecondFactor(registry, from(), again)).toMatchObject(WRONG);
  });

  it('keeps its old password until the second half of setting a new one is done', async () => {
    const mine = await guarded('forgetful@example.org');
    const email = 'forgetful@example.org';
    settled(await requestSignIn(registry, from(), { email }));
    const { code } = mailedTo(inbox, email);
    const newPassword = 'eleven red kites';
    const token = halfOf(
      (await resetPassword(registry, from(), { email, code, newPassword })) as SignInResult,
    );
    expect(await recogniseSession(registry, mine.session.token)).toBeDefined();
    expect(await signInWithPassword(registry, from(), { email, password: newPassword })).toMatchObject(WRONG);

    settled(await giveSecondFactor(registry, from(), { half: token, code: await shown(mine.account.id) }));
    expect(await recogniseSession(registry, mine.session.token)).toBeUndefined();
    halfOf(await signInWithPassword(registry, from(), { email, password: newPassword }));
  });

  it.each<[string, (mine: Registered) => Promise<unknown>]>([
    [
      'a new password',
      async ({ session }) => {
        const input = { currentPassword: PASSWORD, newPassword: 'eleven red kites' };
        return settled(await changePassword(registry, await actorBy(registry, session), input));
      },
    ],
    [
      'signing out everywhere',
      async ({ session }) => signOut(registry, await actorBy(registry, session), { everywhere: true }),
    ],
    ['a suspension', ({ account }) => store.accounts.update(account.id, { suspendedAt: clock.now() })],
  ])('is not entered by a sign-in that %s came in between of', async (what, happens) => {
    const email = `between-${what.replaceAll(' ', '-')}@example.org`;
    const mine = await guarded(email);
    const token = await half(email);
    await happens(mine);
    const code = await shown(mine.account.id);
    expect(await giveSecondFactor(registry, from(), { half: token, code })).toMatchObject(WRONG);
  });

  it('is the owner’s alone once a stranger registered it, guarded it, and the owner signs in by mail', async () => {
    const email = 'owner@example.org';
    const squatted = await guarded(email);
    await store.accounts.update(squatted.account.id, { emailConfirmedAt: undefined });
    settled(await requestSignIn(registry, from(), { email }));
    const { token } = mailedTo(inbox, email);
    settled(await signInWithLink(registry, from(), { token }));
    expect(await store.secondFactors.ofAccount(squatted.account.id)).toBeUndefined();
  });
});

describe('the second factor', () => {
  it('is not asked for before a code of the app was shown', async () => {
    const mine = await registered(registry, 'half-set-up@example.org');
    const actor = await actorBy(registry, mine.session);
    settled(await beginSecondFactor(registry, actor, { currentPassword: PASSWORD }));
    const input = { email: 'half-set-up@example.org', password: PASSWORD };
    settled(await signInWithPassword(registry, from(), input));
    // A recovery code shows nothing about the app.
    const [recovery = ''] = mine.recoveryCodes;
    for (const code of ['000000', recovery]) {
      expect(await turnOnSecondFactor(registry, actor, from(), { code })).toMatchObject(WRONG);
    }
    expect(await store.recoveryCodes.countUnused(mine.account.id)).toBe(10);
  });

  it('needs the password to be set up, or a sign-in of the last minutes where there is none', async () => {
    const mine = await registered(registry, 'unattended@example.org');
    const actor = await actorBy(registry, mine.session);
    expect(await beginSecondFactor(registry, actor, { currentPassword: 'a guess at it' })).toMatchObject(
      WRONG,
    );

    settled(await requestSignIn(registry, from(), { email: 'bymail@example.org' }));
    const { token } = mailedTo(inbox, 'bymail@example.org');
    const { session } = settled(await signInWithLink(registry, from(), { token }));
    clock.advance({ minutes: 16 });
    expect(await beginSecondFactor(registry, await actorBy(registry, session), {})).toMatchObject(WRONG);
  });

  it('gives recovery codes to whoever has none, since they are the way back', async () => {
    settled(await requestSignIn(registry, from(), { email: 'codeless@example.org' }));
    const { token } = mailedTo(inbox, 'codeless@example.org');
    const { account, session } = settled(await signInWithLink(registry, from(), { token }));
    const actor = await actorBy(registry, session);
    settled(await beginSecondFactor(registry, actor, {}));
    const input = { code: await shown(account.id) };
    expect(settled(await turnOnSecondFactor(registry, actor, from(), input)).recoveryCodes).toHaveLength(10);
    expect(inbox.newestTo('codeless@example.org').headers).toContainEqual(
      expect.stringMatching(/^Subject: .*the second step is on/),
    );

    // Without a password, a code is what shows who renews them or turns it off.
    clock.advance({ seconds: 60 });
    expect(await renewRecoveryCodes(registry, actor, {})).toMatchObject(WRONG);
    expect(await turnOffSecondFactor(registry, actor, from(), {})).toMatchObject(WRONG);
    const off = await turnOffSecondFactor(registry, actor, from(), { code: await shown(account.id) });
    expect(off).toEqual({ ok: true });
    expect(inbox.newestTo('codeless@example.org').headers).toContainEqual(
      expect.stringMatching(/^Subject: .*the second step is off/),
    );
    expect(await store.secondFactors.ofAccount(account.id)).toBeUndefined();
  });

  it('is turned off by the password, and not by a wrong one', async () => {
    const mine = await guarded('off@example.org');
    const actor = await actorBy(registry, mine.session);
    for (const currentPassword of [undefined, 'a guess at it']) {
      expect(await turnOffSecondFactor(registry, actor, from(), { currentPassword })).toMatchObject(WRONG);
    }
    settled(await turnOffSecondFactor(registry, actor, from(), { currentPassword: PASSWORD }));
    settled(await signInWithPassword(registry, from(), { email: 'off@example.org', password: PASSWORD }));
  });

  it('is turned off by whoever operates the machine, which ends its sessions, is on record without an address, and is mailed', async () => {
    const email = 'lost@example.org';
    const mine = await guarded(email);
    const token = await half(email);
    expect(await liftSecondFactor(registry, { email: 'nobody@example.org' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await liftSecondFactor(registry, { email })).toMatchObject({ ok: true, wasOn: true });
    expect(await recogniseSession(registry, mine.session.token)).toBeUndefined();
    expect(await giveSecondFactor(registry, from(), { half: token, code: '000000' })).toMatchObject(WRONG);
    settled(await signInWithPassword(registry, from(), { email, password: PASSWORD }));
    expect(await liftSecondFactor(registry, { email })).toMatchObject({ ok: true, wasOn: false });
    const { rows } = await store.audit.page({ first: 100 });
    const trail = rows.map(({ row }) => row).filter(({ action }) => action === 'lift-second-step');
    expect(trail).toEqual([expect.objectContaining({ actorId: undefined, target: mine.account.id })]);
    expect(JSON.stringify(trail)).not.toContain('example.org');
    expect(inbox.newestTo(email).headers).toContainEqual(
      expect.stringMatching(/^Subject: .*the second step is off/),
    );
  });

  it('does not show its secret a second time, nor take another while it is on', async () => {
    const mine = await guarded('again@example.org');
    const before = await store.secondFactors.ofAccount(mine.account.id);
    const actor = await actorBy(registry, mine.session);
    expect(await beginSecondFactor(registry, actor, { currentPassword: PASSWORD })).toMatchObject(WRONG);
    expect(await store.secondFactors.ofAccount(mine.account.id)).toEqual(before);
  });
});
