import type { Account } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { hashToken, isSameHash } from './secrets.js';
import { isWorthTouching } from './worth-touching.js';

/** Whose session it is; undefined for a token that is unknown, ended, expired or of a suspended account. */
export async function recogniseSession(
  { store, clock, sha256 }: Registry,
  token: string,
): Promise<{ readonly account: Account; readonly sessionId: string } | undefined> {
  const now = clock();
  const tokenHash = hashToken(sha256, token);
  const session = await store.sessions.byTokenHash(tokenHash);
  if (session === undefined || !isSameHash(session.tokenHash, tokenHash) || session.expiresAt <= now)
    return undefined;
  const account = await store.accounts.byId(session.accountId);
  if (account === undefined || account.suspendedAt !== undefined) return undefined;
  if (isWorthTouching(session.lastSeenAt, now)) await store.sessions.touch(session.id, now);
  return { account, sessionId: session.id };
}
