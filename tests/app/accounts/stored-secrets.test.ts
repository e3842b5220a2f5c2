import { afterAll, describe, expect, it } from '@jest/globals';
import { changePassword } from '../../../src/app/accounts/change-password.js';
import { createApiKey } from '../../../src/app/accounts/create-api-key.js';
import { createUser } from '../../../src/app/accounts/create-user.js';
import { renewRecoveryCodes } from '../../../src/app/accounts/renew-recovery-codes.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { signInWithLink } from '../../../src/app/accounts/sign-in-with-link.js';
import {
  actorBy,
  from,
  mailedTo,
  openAccountsScenario,
  PASSWORD,
  registered,
  settled,
} from './accounts-scenario.js';

const { registry, store, inbox, close } = await openAccountsScenario('stored secrets');
afterAll(close);

const NEW_PASSWORD = 'eleven red kites';

/** Every secret that a person, a mail or a program was ever given, or typed. */
async function useEverything(): Promise<{ secrets: string[]; apiKey: string }> {
  const mine = await registered(registry, 'ana@example.org');
  const confirmation = mailedTo(inbox, 'ana@example.org');
  const actor = await actorBy(registry, mine.session);
  const key = settled(await createApiKey(registry, actor, { name: 'a program', scopes: ['check'] }));
  const renewed = settled(await renewRecoveryCodes(registry, actor, { currentPassword: PASSWORD }));
  const changed = settled(
    await changePassword(registry, actor, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
  );
  settled(await requestSignIn(registry, from(), { email: 'ben@example.org' }));
  const first = mailedTo(inbox, 'ben@example.org');
  const byLink = settled(await signInWithLink(registry, from(), { token: first.token }));
  settled(await requestSignIn(registry, from(), { email: 'ben@example.org' }));
  const second = mailedTo(inbox, 'ben@example.org');
  const user = settled(await createUser(registry, { email: 'mod@example.org', role: 'moderator' }));
  const tokens = [mine.session.token, changed.session.token, byLink.session.token, key.secret];
  const mailed = [confirmation, first, second].flatMap(({ code, token }) => [code, token]);
  const codes = [...mine.recoveryCodes, ...renewed.recoveryCodes, ...user.recoveryCodes];
  const passwords = [PASSWORD, NEW_PASSWORD, String(user.generatedPassword)];
  return { secrets: [...passwords, ...tokens, ...mailed, ...codes], apiKey: key.secret };
}

/** All rows of all tables, as text; bytes in hexadecimal. */
async function everyRow(): Promise<string> {
  const tables = await store.dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await store.dataSource.query<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    rows.push(...found.map(({ row }) => row));
  }
  return rows.join('\n');
}

/** The ways in which a secret could stand in a row: itself, without its hyphens, or the bytes of either. */
function tracesOf(secret: string): string[] {
  const bare = secret.replaceAll('-', '');
  const bytes = secret.startsWith('assent_') ? secret.slice('assent_'.length) : secret;
  const isToken = /^[\w-]{43}$/.test(bytes);
  return [
    secret,
    bare,
    Buffer.from(secret).toString('hex'),
    Buffer.from(bare).toString('hex'),
    ...(isToken ? [Buffer.from(bytes, 'base64url').toString('hex')] : []),
  ];
}

describe('the database', () => {
  it('holds no password, token, code or key in clear, in any row of any table', async () => {
    const { secrets, apiKey } = await useEverything();
    const rows = await everyRow();
    expect(rows).toContain('ana@example.org');
    expect(rows).toContain(Buffer.from(registry.sha256(Buffer.from(apiKey))).toString('hex'));
    const leaked = secrets.filter((secret) => tracesOf(secret).some((trace) => rows.includes(trace)));
    expect(secrets.length).toBeGreaterThan(40);
    expect(leaked).toEqual([]);
  });
});
