import { afterAll, describe, expect, it } from '@jest/globals';
import { forgetExpired } from '../../../src/app/accounts/forget-expired.js';
import { listSessions } from '../../../src/app/accounts/list-sessions.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import { signOut } from '../../../src/app/accounts/sign-out.js';
import type { Registered } from '../../../src/app/accounts/register.js';
import type { SignedIn } from '../../../src/app/accounts/start-session.js';
import { attemptsFrom } from '../../../src/app/accounts/take-attempt.js';
import { createAttemptLimiter } from '../../../src/identity/attempt-limiter.js';
import { actorBy, from, openAccountsScenario, PASSWORD, registered, settled } from './accounts-scenario.js';

const { registry, store, clock, close } = await openAccountsScenario('sessions');
afterAll(close);

async function signIn(email: string, presented?: string): Promise<SignedIn> {
  const origin = from({ sessionToken: presented });
  return settled(await signInWithPassword(registry, origin, { email, password: PASSWORD }));
}

describe('a session', () => {
  it('has a token of 256 bits', async () => {
    const { session } = await registered(registry, 'bits@example.org');
    expect(Buffer.from(session.token, 'base64url')).toHaveLength(32);
  });

  it('ends after 30 days, used or not', async () => {
    const { session } = await registered(registry, 'month@example.org');
    clock.advance({ days: 29, hours: 23, minutes: 59, seconds: 59 });
    expect(await recogniseSession(registry, session.token)).toBeDefined();
    clock.advance({ seconds: 1 });
    expect(await recogniseSession(registry, session.token)).toBeUndefined();
  });

  it('notes that it was used, at most every five minutes', async () => {
    const { account, session } = await registered(registry, 'seen@example.org');
    const start = clock.now();
    const lastSeen = async (): Promise<Date | undefined> =>
      (await store.sessions.ofAccount(account.id))[0]?.lastSeenAt;
    clock.advance({ minutes: 4, seconds: 59 });
    await recogniseSession(registry, session.token);
    expect(await lastSeen()).toEqual(start);
    clock.advance({ seconds: 1 });
    await recogniseSession(registry, session.token);
    expect(await lastSeen()).toEqual(clock.now());
  });

  it('opens nothing once its account is suspended', async () => {
    const { account, session } = await registered(registry, 'suspended@example.org');
    await store.accounts.update(account.id, { suspendedAt: clock.now() });
    expect(await recogniseSession(registry, session.token)).toBeUndefined();
  });

  it.each([
    ['', 'nothing'],
    ['A'.repeat(43), 'a token that was never given out'],
  ])('is not opened by %j: %s', async (token) => {
    expect(await recogniseSession(registry, token)).toBeUndefined();
  });

  it('is not opened by its own hash', async () => {
    const { account } = await registered(registry, 'hash@example.org');
    const [kept] = await store.sessions.ofAccount(account.id);
    const stolen = Buffer.from(kept?.tokenHash ?? []);
    for (const encoding of ['base64url', 'hex', 'latin1'] as const) {
      expect(await recogniseSession(registry, stolen.toString(encoding))).toBeUndefined();
    }
  });
});

describe('signing in', () => {
  it('ends the session that was presented and starts another under a new token', async () => {
    const email = 'rotated@example.org';
    const before = await registered(registry, email);
    const after = await signIn(email, before.session.token);
    expect(after.session.token).not.toBe(before.session.token);
    expect(await recogniseSession(registry, before.session.token)).toBeUndefined();
    expect(await recogniseSession(registry, after.session.token)).toBeDefined();
  });

  it('ends the presented session of another account too', async () => {
    const planted = await registered(registry, 'planted@example.org');
    await registered(registry, 'victim@example.org');
    await signIn('victim@example.org', planted.session.token);
    expect(await recogniseSession(registry, planted.session.token)).toBeUndefined();
  });

  it('leaves sessions in other browsers alone', async () => {
    const email = 'two-browsers@example.org';
    const one = await registered(registry, email);
    const other = await signIn(email);
    expect(await recogniseSession(registry, one.session.token)).toBeDefined();
    expect(await recogniseSession(registry, other.session.token)).toBeDefined();
  });
});

describe('signing out', () => {
  it('makes a stolen cookie worthless', async () => {
    const { session } = await registered(registry, 'robbed@example.org');
    const stolen = session.token;
    const actor = await actorBy(registry, session);
    expect(await signOut(registry, actor, { everywhere: false })).toEqual({ ok: true, sessionsEnded: 1 });
    expect(await recogniseSession(registry, stolen)).toBeUndefined();
    expect(await signOut(registry, actor, { everywhere: false })).toEqual({ ok: true, sessionsEnded: 0 });
  });

  it('ends only the session that asks, unless asked for all', async () => {
    const email = 'leaver@example.org';
    const sessions = [await registered(registry, email), await signIn(email), await signIn(email)];
    const [one, two, three] = await Promise.all(sessions.map(({ session }) => actorBy(registry, session)));
    if (!one || !two || !three) throw new Error('Three sessions were started.');
    await signOut(registry, one, { everywhere: false });
    expect((await listSessions(registry, two)).map(({ id }) => id).sort()).toEqual(
      [two.sessionId, three.sessionId].sort(),
    );
    expect(await signOut(registry, two, { everywhere: true })).toEqual({ ok: true, sessionsEnded: 2 });
    expect(await listSessions(registry, three)).toEqual([]);
  });

  it('leaves other accounts alone', async () => {
    const mine = await registered(registry, 'mine@example.org');
    const yours = await registered(registry, 'yours@example.org');
    await signOut(registry, await actorBy(registry, mine.session), { everywhere: true });
    expect(await recogniseSession(registry, yours.session.token)).toBeDefined();
  });

  it('is nothing to somebody who is not signed in', async () => {
    const anonymous = { kind: 'anonymous', address: '192.0.2.1' } as const;
    expect(await signOut(registry, anonymous, { everywhere: true })).toEqual({ ok: true, sessionsEnded: 0 });
  });
});

describe('the list of sessions', () => {
  it('shows those that still open the account, last used first', async () => {
    const email = 'lister@example.org';
    const expired = await registered(registry, email);
    clock.advance({ days: 20 });
    const older = await signIn(email);
    clock.advance({ days: 10 });
    const newer = await signIn(email);
    await recogniseSession(registry, older.session.token);
    clock.advance({ minutes: 5 });
    const actor = await actorBy(registry, older.session);
    const newerActor = await actorBy(registry, newer.session);
    expect(await recogniseSession(registry, expired.session.token)).toBeUndefined();
    const listed = await listSessions(registry, actor);
    expect(listed.map(({ id }) => id).sort()).toEqual([actor.sessionId, newerActor.sessionId].sort());
    const seen = listed.map(({ lastSeenAt }) => lastSeenAt.getTime());
    expect(seen).toEqual(seen.toSorted((one, other) => other - one));
  });
});

describe('forgetExpired', () => {
  const flow = (number: number) => ({
    handleHash: new Uint8Array(32).fill(number),
    ...{ provider: 'one', accountId: undefined, state: 'state', nonce: 'nonce', verifier: 'verifier' },
    expiresAt: new Date(clock.now().getTime() + 60_000),
  });

  const halfOf = ({ account }: Registered, number: number) => ({
    tokenHash: new Uint8Array(32).fill(number),
    accountId: account.id,
    ...{ passwordHash: undefined, attempts: 0 },
    expiresAt: new Date(clock.now().getTime() + 60_000),
  });

  it('deletes sessions, sign-ins under way, mailed codes and counts of attempts that are past their time, and no others', async () => {
    clock.advance({ days: 30 });
    await forgetExpired(registry);
    const limiter = createAttemptLimiter(registry);
    const expired = await registered(registry, 'forgotten@example.org');
    await limiter.take('sign-in', attemptsFrom('192.0.2.1'));
    await store.signInFlows.add(flow(1));
    await store.halfSignIns.add(halfOf(expired, 1));
    clock.advance({ days: 30 });
    await store.signInFlows.add(flow(2));
    const live = await registered(registry, 'remembered@example.org');
    await store.halfSignIns.add(halfOf(live, 2));
    settled(await requestSignIn(registry, from(), { email: 'remembered@example.org' }));
    await limiter.take('sign-in', attemptsFrom('192.0.2.2'));
    expect(await forgetExpired(registry)).toEqual({
      sessions: 1,
      halves: 1,
      codes: 1,
      attempts: 1,
      flows: 1,
      originals: 0,
      reports: 0,
      files: 0,
    });
    expect(await store.sessions.ofAccount(expired.account.id)).toEqual([]);
    expect(await recogniseSession(registry, live.session.token)).toBeDefined();
    expect(await store.oneTimeCodes.latest('remembered@example.org', 'sign-in')).toBeDefined();
    expect(await store.oneTimeCodes.latest('forgotten@example.org', 'confirm-address')).toBeUndefined();
  });
});
