import { afterAll, describe, expect, it } from '@jest/globals';
import { createUser } from '../../../src/app/accounts/create-user.js';
import { resetPassword } from '../../../src/app/accounts/reset-password.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import { ROLES } from '../../../src/app/ports/accounts.js';
import { from, openAccountsScenario, PASSWORD, settled } from './accounts-scenario.js';

const { registry, store, clock, inbox, close } = await openAccountsScenario('create user');
afterAll(close);

describe('createUser', () => {
  it.each(ROLES)(
    'opens an account with the role %s, its address confirmed, and mails nobody',
    async (role) => {
      const email = `${role}@example.org`;
      const { account } = settled(await createUser(registry, { email, role, password: PASSWORD }));
      expect(await store.accounts.byId(account.id)).toEqual(account);
      expect(account).toMatchObject({ email, role, emailConfirmedAt: clock.now() });
      expect(inbox.mails).toEqual([]);
    },
  );

  it('makes up a password where none is given', async () => {
    const email = 'generated@example.org';
    const created = settled(await createUser(registry, { email, role: 'moderator' }));
    const password = String(created.generatedPassword);
    expect(password).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    expect(await signInWithPassword(registry, from(), { email, password })).toMatchObject({ ok: true });
  });

  it('shows no password that was given, and recovery codes that work', async () => {
    const email = 'given@example.org';
    const created = settled(await createUser(registry, { email, role: 'admin', password: PASSWORD }));
    expect(created.generatedPassword).toBeUndefined();
    const code = String(created.recoveryCodes[0]);
    const reset = await resetPassword(registry, from(), { email, code, newPassword: 'eleven red kites' });
    expect(reset).toMatchObject({ ok: true });
  });

  it('writes it down in the audit log, without the address', async () => {
    const { account } = settled(
      await createUser(registry, { email: 'audited@example.org', role: 'builder' }),
    );
    const { rows } = await store.audit.page({ first: 50 });
    const event = rows.map(({ row }) => row).find(({ target }) => target === account.id);
    expect(event).toMatchObject({ actorId: undefined, action: 'create-user', details: { role: 'builder' } });
    expect(JSON.stringify(event)).not.toContain('audited@example.org');
  });

  it.each([
    ['not an address', PASSWORD, 'INVALID_EMAIL'],
    ['weak@example.org', 'short', 'WEAK_PASSWORD'],
    ['TAKEN@example.org', PASSWORD, 'EMAIL_TAKEN'],
  ])('refuses %s with %s: %s', async (email, password, code) => {
    await createUser(registry, { email: 'taken@example.org', role: 'artist', password: PASSWORD });
    expect(await createUser(registry, { email, role: 'admin', password })).toMatchObject({ ok: false, code });
  });
});
