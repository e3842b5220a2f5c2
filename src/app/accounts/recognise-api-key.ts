import type { Account, ApiKey } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { hashToken, isSameHash } from './secrets.js';
import { isWorthTouching } from './worth-touching.js';

/** Marks our keys, so that a secret scanner finds one that was committed by mistake. */
export const API_KEY_PREFIX = 'assent_';

/** The key and whose it is; undefined for one that is unknown, revoked, expired or of a suspended account. */
export async function recogniseApiKey(
  { store, clock, sha256 }: Registry,
  secret: string,
): Promise<{ readonly account: Account; readonly key: ApiKey } | undefined> {
  if (!secret.startsWith(API_KEY_PREFIX)) return undefined;
  const now = clock();
  const secretHash = hashToken(sha256, secret);
  const key = await store.apiKeys.bySecretHash(secretHash);
  if (key === undefined || !isSameHash(key.secretHash, secretHash) || key.revokedAt !== undefined)
    return undefined;
  if (key.expiresAt !== undefined && key.expiresAt <= now) return undefined;
  const account = await store.accounts.byId(key.accountId);
  if (account === undefined || account.suspendedAt !== undefined) return undefined;
  if (isWorthTouching(key.lastUsedAt, now)) await store.apiKeys.touch(key.id, now);
  return { account, key };
}
