import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account, at, session, someBytes } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const [owner, other] = [account(), account()];

beforeAll(async () => {
  await store.accounts.add(owner);
  await store.accounts.add(other);
});
afterAll(() => store.close());

describe('the session store', () => {
  it('finds a session by the hash of its token and gives plain bytes back', async () => {
    const kept = session(owner.id, { userAgent: 'a browser' });
    await store.sessions.add(kept);
    const found = await store.sessions.byTokenHash(kept.tokenHash);
    expect(found).toStrictEqual(kept);
    expect(Buffer.isBuffer(found?.tokenHash)).toBe(false);
    expect(await store.sessions.byTokenHash(someBytes())).toBeUndefined();
  });

  it('notes when a session was last seen', async () => {
    const kept = session(owner.id);
    await store.sessions.add(kept);
    await store.sessions.touch(kept.id, at('10:30:00'));
    expect((await store.sessions.byTokenHash(kept.tokenHash))?.lastSeenAt).toEqual(at('10:30:00'));
  });

  it('lists the sessions of one account, newest first', async () => {
    const lister = account();
    await store.accounts.add(lister);
    const older = session(lister.id, { createdAt: at('08:00:00') });
    const newer = session(lister.id, { createdAt: at('09:00:00') });
    await store.sessions.add(older);
    await store.sessions.add(newer);
    await store.sessions.add(session(other.id));
    expect(await store.sessions.ofAccount(lister.id)).toEqual([newer, older]);
  });

  it('removes a session once, and says whether there was one', async () => {
    const kept = session(owner.id);
    await store.sessions.add(kept);
    expect(await store.sessions.remove(kept.id)).toBe(true);
    expect(await store.sessions.remove(kept.id)).toBe(false);
    expect(await store.sessions.remove('no id')).toBe(false);
  });

  it('ends all sessions of an account but one, and nobody else’s', async () => {
    const leaver = account();
    await store.accounts.add(leaver);
    const [kept, ended, foreign] = [session(leaver.id), session(leaver.id), session(other.id)];
    for (const each of [kept, ended, foreign]) await store.sessions.add(each);

    expect(await store.sessions.removeAll(leaver.id, kept.id)).toBe(1);
    expect(await store.sessions.ofAccount(leaver.id)).toEqual([kept]);
    expect(await store.sessions.removeAll(leaver.id)).toBe(1);
    expect(await store.sessions.byTokenHash(foreign.tokenHash)).toStrictEqual(foreign);
  });

  it('removes what has expired, at the very moment of expiry', async () => {
    const ends = session(owner.id, { expiresAt: at('09:30:00') });
    await store.sessions.add(ends);
    await store.sessions.removeExpired(at('09:29:59.999'));
    expect(await store.sessions.byTokenHash(ends.tokenHash)).toBeDefined();
    await store.sessions.removeExpired(at('09:30:00'));
    expect(await store.sessions.byTokenHash(ends.tokenHash)).toBeUndefined();
  });

  it('refuses a session of nobody', async () => {
    await expect(store.sessions.add(session(randomUUID()))).rejects.toThrow('sessions_account_id_fkey');
  });
});
