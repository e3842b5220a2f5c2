import type { Account, Session } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { hashToken, newToken } from './secrets.js';

const SESSION_DAYS = 30;
const MAX_USER_AGENT = 300;

export interface StartedSession {
  /** For the cookie; kept nowhere else. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** A person who is signed in from here on. */
export interface SignedIn {
  readonly ok: true;
  readonly account: Account;
  readonly session: StartedSession;
}

/**
 * Starts a session under a new token, within the caller's transaction, and ends the one that was presented, whoever it
 * belonged to: a token planted or seen before the sign-in is worth nothing after it.
 */
export async function startSession(
  { clock, random, sha256 }: Registry,
  stores: Stores,
  accountId: string,
  { userAgent, sessionToken }: { userAgent: string | undefined; sessionToken: string | undefined },
): Promise<StartedSession> {
  if (sessionToken !== undefined) {
    const presented = await stores.sessions.byTokenHash(hashToken(sha256, sessionToken));
    if (presented !== undefined) await stores.sessions.remove(presented.id);
  }
  const now = clock();
  const token = newToken(random);
  const session: Session = {
    id: random.uuid(),
    tokenHash: hashToken(sha256, token),
    accountId,
    userAgent: userAgent?.slice(0, MAX_USER_AGENT),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
  };
  await stores.sessions.add(session);
  return { token, expiresAt: session.expiresAt };
}
