import { afterAll, describe, expect, it } from '@jest/globals';
import { confirmAddress } from '../../../src/app/accounts/confirm-address.js';
import { createApiKey } from '../../../src/app/accounts/create-api-key.js';
import { recogniseApiKey } from '../../../src/app/accounts/recognise-api-key.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { resetPassword } from '../../../src/app/accounts/reset-password.js';
import { signInWithCode } from '../../../src/app/accounts/sign-in-with-code.js';
import { signInWithLink } from '../../../src/app/accounts/sign-in-with-link.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import {
  actorBy,
  from,
  mailedTo,
  openAccountsScenario,
  PASSWORD,
  registered,
  settled,
} from './accounts-scenario.js';

const { registry, store, inbox, close } = await openAccountsScenario('squatting');
afterAll(close);

async function mailed(email: string): Promise<{ code: string; token: string }> {
  settled(await requestSignIn(registry, from(), { email }));
  return mailedTo(inbox, email);
}

const OWNERS_PASSWORD = 'nobody else knows this';

describe('an account that a stranger registered with somebody’s address', () => {
  it.each([
    [
      'signs in by code',
      async (email: string) => {
        const { code } = await mailed(email);
        return signInWithCode(registry, from(), { email, code });
      },
    ],
    [
      'signs in by link',
      async (email: string) => {
        const { token } = await mailed(email);
        return signInWithLink(registry, from(), { token });
      },
    ],
    [
      'sets a password by mailed code',
      async (email: string) => {
        const { code } = await mailed(email);
        return resetPassword(registry, from(), { email, code, newPassword: OWNERS_PASSWORD });
      },
    ],
  ])('is the owner’s alone once the owner %s', async (how, enter) => {
    const email = `owner-${how.replaceAll(/\W/g, '-')}@example.org`;
    const squatted = await registered(registry, email);
    const squatter = await actorBy(registry, squatted.session);
    const key = settled(await createApiKey(registry, squatter, { name: 'back door', scopes: ['declare'] }));

    const owner = settled(await enter(email));

    expect(owner.account.id).toBe(squatted.account.id);
    expect((await actorBy(registry, owner.session)).account.emailConfirmedAt).toEqual(registry.clock());
    expect(await recogniseSession(registry, squatted.session.token)).toBeUndefined();
    expect(await recogniseApiKey(registry, key.secret)).toBeUndefined();
    expect(await signInWithPassword(registry, from(), { email, password: PASSWORD })).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
    for (const code of squatted.recoveryCodes.slice(0, 2)) {
      const answer = await resetPassword(registry, from(), { email, code, newPassword: PASSWORD });
      expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    }
    expect(await store.recoveryCodes.countUnused(squatted.account.id)).toBe(0);
  });

  it('is not confirmed by the owner’s opening the link of a mail they never asked for', async () => {
    const email = 'curious@example.org';
    const squatted = await registered(registry, email);
    const { token, code } = mailedTo(inbox, email);
    const anonymous = { kind: 'anonymous', address: '192.0.2.9' } as const;
    const bystander = await actorBy(registry, (await registered(registry, 'bystander@example.org')).session);
    for (const actor of [anonymous, bystander]) {
      expect(await confirmAddress(registry, actor, { token })).toMatchObject({ code: 'WRONG_CREDENTIALS' });
      expect(await confirmAddress(registry, actor, { token: code })).toMatchObject({
        code: 'WRONG_CREDENTIALS',
      });
      expect(await signInWithLink(registry, from(), { token })).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    }
    expect((await store.accounts.byId(squatted.account.id))?.emailConfirmedAt).toBeUndefined();
  });

  it('keeps nobody from registering who can read the mail: they sign in by it', async () => {
    const email = 'blocked@example.org';
    await registered(registry, email);
    const { code } = await mailed(email);
    const answer = await resetPassword(registry, from(), { email, code, newPassword: OWNERS_PASSWORD });
    expect(answer.ok).toBe(true);
    const again = await signInWithPassword(registry, from(), { email, password: OWNERS_PASSWORD });
    expect(again.ok).toBe(true);
  });
});

describe('an account whose address was confirmed', () => {
  it('keeps password, sessions and recovery codes when its owner signs in by mail', async () => {
    const email = 'confirmed@example.org';
    const mine = await registered(registry, email);
    const { token } = mailedTo(inbox, email);
    settled(await confirmAddress(registry, await actorBy(registry, mine.session), { token }));

    const { code } = await mailed(email);
    settled(await signInWithCode(registry, from(), { email, code }));

    expect(await recogniseSession(registry, mine.session.token)).toBeDefined();
    expect(await store.recoveryCodes.countUnused(mine.account.id)).toBe(10);
    expect(await signInWithPassword(registry, from(), { email, password: PASSWORD })).toMatchObject({
      ok: true,
    });
  });
});
