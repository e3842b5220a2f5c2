import { afterAll, describe, expect, it } from '@jest/globals';
import { createUser } from '../../../src/app/accounts/create-user.js';
import { eraseUser } from '../../../src/app/accounts/erase-user.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import { register } from '../../../src/app/accounts/register.js';
import { setRole } from '../../../src/app/accounts/set-role.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import type { Account, Role } from '../../../src/app/ports/accounts.js';
import { from, openAccountsScenario, PASSWORD, settled } from './accounts-scenario.js';

const { registry, store, close } = await openAccountsScenario('set role');
afterAll(close);

let made = 0;

async function userOf(role: Role): Promise<Account & { readonly email: string }> {
  made += 1;
  const email = `${role}-${made}@example.org`;
  const { account } = settled(await createUser(registry, { email, role, password: PASSWORD }));
  return { ...account, email };
}

async function admins(): Promise<string[]> {
  const held = await store.transact((stores) => stores.accounts.holdAdmins());
  return held.map(({ email }) => email ?? '');
}

async function trailOf({ id }: Account): Promise<unknown[]> {
  const { rows } = await store.audit.page({ first: 100 });
  return rows.map(({ row }) => row).filter(({ action, target }) => action === 'set-role' && target === id);
}

describe('setRole', () => {
  it('gives an account another role, whatever its address is spelt like, and puts that on record without it', async () => {
    const user = await userOf('artist');
    const set = await setRole(registry, { email: ` ${user.email.toUpperCase()} `, role: 'moderator' });
    expect(set).toMatchObject({ ok: true, before: 'artist', account: { id: user.id, role: 'moderator' } });
    expect(await store.accounts.byId(user.id)).toMatchObject({ role: 'moderator', email: user.email });
    const trail = await trailOf(user);
    expect(trail).toEqual([
      expect.objectContaining({ actorId: undefined, details: { from: 'artist', to: 'moderator' } }),
    ]);
    expect(JSON.stringify(trail)).not.toContain('example.org');
  });

  it('holds at once where the account is signed in', async () => {
    const user = await userOf('moderator');
    const { session } = settled(
      await signInWithPassword(registry, from(), { email: user.email, password: PASSWORD }),
    );
    await setRole(registry, { email: user.email, role: 'artist' });
    expect(await recogniseSession(registry, session.token)).toMatchObject({ account: { role: 'artist' } });
  });

  it('lets a moderator be erased once the role is gone', async () => {
    const user = await userOf('moderator');
    const erase = () => eraseUser(registry, { email: user.email, noes: 'keep' });
    expect(await erase()).toMatchObject({ ok: false, code: 'ROLE_HELD' });
    await setRole(registry, { email: user.email, role: 'artist' });
    expect(await erase()).toMatchObject({ ok: true });
  });

  it('changes nothing, and records nothing, where the role is the one that the account has', async () => {
    const user = await userOf('builder');
    expect(await setRole(registry, { email: user.email, role: 'builder' })).toMatchObject({
      ok: true,
      before: 'builder',
    });
    expect(await trailOf(user)).toEqual([]);
  });

  it('never takes the role of the last admin who can act', async () => {
    const [one, two, suspended] = [await userOf('admin'), await userOf('admin'), await userOf('admin')];
    await store.accounts.update(suspended.id, { suspendedAt: registry.clock() });
    expect(await setRole(registry, { email: one.email, role: 'artist' })).toMatchObject({ ok: true });
    const refused = {
      ok: false,
      code: 'INVALID_INPUT',
      field: 'role',
      nextStep: 'Make somebody else an admin first.',
    };
    expect(await setRole(registry, { email: two.email, role: 'moderator' })).toMatchObject(refused);
    expect(await trailOf(two)).toEqual([]);
    expect(await setRole(registry, { email: suspended.email, role: 'artist' })).toMatchObject({ ok: true });
    expect(await admins()).toEqual([two.email]);
    expect(await setRole(registry, { email: one.email, role: 'admin' })).toMatchObject({ ok: true });
    expect(await setRole(registry, { email: two.email, role: 'artist' })).toMatchObject({ ok: true });
  });

  it('leaves one when all of them are taken at once', async () => {
    const users = await Promise.all(Array.from({ length: 5 }, () => userOf('admin')));
    const before = await admins();
    const results = await Promise.all(before.map((email) => setRole(registry, { email, role: 'artist' })));
    expect(before.length).toBeGreaterThanOrEqual(users.length);
    expect(results.filter(({ ok }) => ok)).toHaveLength(before.length - 1);
    expect(await admins()).toHaveLength(1);
  });

  it('gives no power over others to an account whose address may be somebody else’s', async () => {
    const email = 'squatted@example.org';
    const { account } = settled(await register(registry, from(), { email, password: PASSWORD }));
    for (const role of ['moderator', 'admin'] as const) {
      expect(await setRole(registry, { email, role })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'email',
      });
    }
    expect(await setRole(registry, { email, role: 'builder' })).toMatchObject({ ok: true });
    await store.accounts.update(account.id, { emailConfirmedAt: registry.clock() });
    expect(await setRole(registry, { email, role: 'moderator' })).toMatchObject({ ok: true });
  });

  it.each([
    ['nobody@example.org', 'NOT_FOUND'],
    ['no address', 'INVALID_EMAIL'],
  ])('refuses %s: %s', async (email, code) => {
    expect(await setRole(registry, { email, role: 'artist' })).toMatchObject({ ok: false, code });
  });
});
