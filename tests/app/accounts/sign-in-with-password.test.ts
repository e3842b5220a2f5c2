import { hash } from '@node-rs/argon2';
import { afterAll, describe, expect, it } from '@jest/globals';
import { PasswordsBusy } from '../../../src/app/accounts/passwords-busy.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import type { PasswordHasher } from '../../../src/app/ports/surroundings.js';
import { createAttemptLimiter } from '../../../src/identity/attempt-limiter.js';
import { actorBy, from, openAccountsScenario, PASSWORD, registered, settled } from './accounts-scenario.js';

const { registry, store, clock, close } = await openAccountsScenario('sign-in with password');
afterAll(close);

/** The real hasher, with a record of what it was asked to do. */
function watched(): { passwords: PasswordHasher; work: string[] } {
  const work: string[] = [];
  const { passwords } = registry;
  return {
    work,
    passwords: {
      hash: (password) => {
        work.push('hash');
        return passwords.hash(password);
      },
      verify: (stored, password) => {
        work.push('verify');
        return passwords.verify(stored, password);
      },
    },
  };
}

describe('signing in with a password', () => {
  it('opens a session of the account', async () => {
    const { account } = await registered(registry, 'ana@example.org');
    const answer = await signInWithPassword(registry, from(), {
      email: ' ANA@example.org',
      password: PASSWORD,
    });
    expect((await actorBy(registry, settled(answer).session)).account.id).toBe(account.id);
  });

  it('takes the same letters from another keyboard', async () => {
    const email = 'tilde@example.org';
    const { account } = await registered(registry, email);
    const composed = 'mi contrase\u00f1a nueva';
    await store.accounts.update(account.id, { passwordHash: await registry.passwords.hash(composed) });
    const decomposed = 'mi contrasen\u0303a nueva';
    expect(await signInWithPassword(registry, from(), { email, password: decomposed })).toMatchObject({
      ok: true,
    });
  });

  it('answers a wrong password, an unknown address, an account without password and no address alike', async () => {
    await registered(registry, 'known@example.org');
    const { account } = await registered(registry, 'passwordless@example.org');
    await store.accounts.update(account.id, { passwordHash: undefined });
    const attempts = [
      { email: 'known@example.org', password: 'seven grey geese' },
      { email: 'unknown@example.org', password: PASSWORD },
      { email: 'passwordless@example.org', password: PASSWORD },
      { email: 'no address', password: PASSWORD },
      { email: 'known@example.org', password: 'x'.repeat(257) },
    ];
    const answers = [];
    for (const attempt of attempts) {
      const { passwords, work } = watched();
      answers.push(await signInWithPassword({ ...registry, passwords }, from(), attempt));
      expect(work).toEqual(['verify']);
    }
    expect(answers[0]).toMatchObject({ ok: false, code: 'WRONG_CREDENTIALS' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('tells a suspended account only to somebody who knows its password', async () => {
    const email = 'suspended@example.org';
    const { account } = await registered(registry, email);
    await store.accounts.update(account.id, { suspendedAt: clock.now() });
    const right = await signInWithPassword(registry, from(), { email, password: PASSWORD });
    const wrong = await signInWithPassword(registry, from(), { email, password: 'seven grey geese' });
    expect(right).toMatchObject({ code: 'WRONG_CREDENTIALS', message: 'This account is suspended.' });
    expect(wrong).toMatchObject({ message: 'E-mail address and password do not belong together.' });
  });

  it('does not let in a password that was dropped while it was being checked', async () => {
    const email = 'overtaken@example.org';
    const { account } = await registered(registry, email);
    const passwords: PasswordHasher = {
      ...registry.passwords,
      verify: async (stored, password) => {
        const isRight = await registry.passwords.verify(stored, password);
        await store.accounts.update(account.id, { passwordHash: undefined });
        return isRight;
      },
    };
    const answer = await signInWithPassword({ ...registry, passwords }, from(), {
      email,
      password: PASSWORD,
    });
    expect(answer).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('makes a hash of an older cost anew, and then no more', async () => {
    const email = 'veteran@example.org';
    const { account } = await registered(registry, email);
    const old = await hash(PASSWORD, { memoryCost: 4_096, timeCost: 3, parallelism: 1 });
    await store.accounts.update(account.id, { passwordHash: old });

    settled(await signInWithPassword(registry, from(), { email, password: PASSWORD }));
    const renewed = (await store.accounts.byId(account.id))?.passwordHash;
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    settled(await signInWithPassword(registry, from(), { email, password: PASSWORD }));
    expect((await store.accounts.byId(account.id))?.passwordHash).toBe(renewed);
  });
});

describe('guessing a password', () => {
  it('is limited per account, wherever it comes from, counting each attempt', async () => {
    const limited = { ...registry, attempts: createAttemptLimiter(registry) };
    const email = 'target@example.org';
    await registered(registry, email);
    const guesses = Array.from({ length: 10 }, (_, turn) =>
      signInWithPassword(limited, from({ address: `203.0.113.${turn}` }), {
        email,
        password: `guess ${turn}`,
      }),
    );
    await Promise.all(guesses);
    const right = await signInWithPassword(limited, from(), { email, password: PASSWORD });
    expect(right).toMatchObject({ ok: false, code: 'TOO_MANY_ATTEMPTS' });
  });

  it('answers as too many attempts when more passwords wait than can be hashed', async () => {
    const passwords: PasswordHasher = {
      hash: () => Promise.reject(new PasswordsBusy()),
      verify: () => Promise.reject(new PasswordsBusy()),
    };
    const answer = await signInWithPassword({ ...registry, passwords }, from(), {
      email: 'busy@example.org',
      password: PASSWORD,
    });
    expect(answer).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 5 });
  });
});
