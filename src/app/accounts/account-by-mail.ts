import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { newAccount } from './new-account.js';

/**
 * The account of somebody who has just proved that the mailbox is theirs; made if there is none. Where the address was
 * never confirmed, whoever registered with it may have been somebody else: password, recovery codes, second
 * factor, sessions, API keys and webhooks of before are dropped, so that nobody can lie in wait in an account for its address's true owner.
 */
export async function accountByMail(registry: Registry, stores: Stores, email: string): Promise<Account> {
  const now = registry.clock();
  const known = await stores.accounts.byEmail(email);
  if (known === undefined) {
    const account = newAccount(registry, { email, role: 'artist', emailConfirmedAt: now });
    await stores.accounts.add(account);
    return account;
  }
  if (known.emailConfirmedAt !== undefined) return known;
  const change = { emailConfirmedAt: now, passwordHash: undefined };
  await stores.accounts.update(known.id, change);
  await stores.sessions.removeAll(known.id);
  await stores.recoveryCodes.replace(known.id, []);
  await stores.secondFactors.remove(known.id);
  await stores.halfSignIns.removeAll(known.id);
  for (const key of await stores.apiKeys.ofAccount(known.id)) {
    if (key.revokedAt === undefined) await stores.apiKeys.revoke(key.id, now);
  }
  for (const { id } of await stores.webhooks.ofAccount(known.id)) await stores.webhooks.remove(id);
  return { ...known, ...change };
}
