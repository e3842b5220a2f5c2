import type { SignedInActor } from '../actor.js';
import type { ApiKey } from '../ports/accounts.js';
import type { Registry } from '../registry.js';

/** The account's API keys, revoked and expired ones too, newest first. */
export async function listApiKeys(registry: Registry, actor: SignedInActor): Promise<readonly ApiKey[]> {
  const keys = await registry.store.apiKeys.ofAccount(actor.account.id);
  return keys.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
}
