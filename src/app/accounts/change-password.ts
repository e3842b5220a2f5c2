import type { SignedInActor } from '../actor.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { hashPassword } from './check-password.js';
import { passwordWeakness } from './password-rules.js';
import { proveOwner } from './prove-owner.js';
import { weakPassword } from './refusals.js';
import type { SignedIn } from './start-session.js';
import { startSession } from './start-session.js';
import { withinCapacity } from './take-attempt.js';

/** Sets another password, or the first one. Ends every session; the one that asked goes on under a new token. */
export async function changePassword(
  registry: Registry,
  actor: SignedInActor,
  input: { readonly currentPassword?: string | undefined; readonly newPassword: string },
): Promise<SignedIn | Refusal<'WEAK_PASSWORD' | 'WRONG_CREDENTIALS'>> {
  const { account } = actor;
  const weakness = passwordWeakness(input.newPassword, account.email);
  if (weakness !== undefined) return weakPassword(weakness);
  const refusal = await proveOwner(registry, actor, input.currentPassword);
  if (refusal !== undefined) return refusal;
  const changed = await withinCapacity(async () => {
    const passwordHash = await hashPassword(registry, input.newPassword);
    return setPassword(registry, actor, passwordHash);
  });
  return changed.ok ? changed : refuse('WRONG_CREDENTIALS', changed.message, changed.nextStep);
}

function setPassword(registry: Registry, actor: SignedInActor, passwordHash: string): Promise<SignedIn> {
  const { account, sessionId } = actor;
  return registry.store.transact(async (stores) => {
    const sessions = await stores.sessions.ofAccount(account.id);
    const userAgent = sessions.find((session) => session.id === sessionId)?.userAgent;
    await stores.accounts.update(account.id, { passwordHash });
    await stores.sessions.removeAll(account.id);
    await stores.halfSignIns.removeAll(account.id);
    const session = await startSession(registry, stores, account.id, { userAgent, sessionToken: undefined });
    return { ok: true, account: { ...account, passwordHash }, session };
  });
}
