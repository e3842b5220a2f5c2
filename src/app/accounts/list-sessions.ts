import type { SignedInActor } from '../actor.js';
import type { Session } from '../ports/accounts.js';
import type { Registry } from '../registry.js';

/** The account's sessions that still open it, last used first. */
export async function listSessions(registry: Registry, actor: SignedInActor): Promise<readonly Session[]> {
  const now = registry.clock();
  const sessions = await registry.store.sessions.ofAccount(actor.account.id);
  return sessions
    .filter(({ expiresAt }) => expiresAt > now)
    .sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime());
}
