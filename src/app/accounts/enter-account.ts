import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import type { Origin } from './origin.js';
import { suspended } from './refusals.js';
import { askSecondFactor, type SecondFactorNeeded } from './second-factor/ask-second-factor.js';
import { type SignedIn, startSession } from './start-session.js';

/**
 * What every way in ends with, once it has shown whose account it is: a session, or the question for the second factor. Nothing else
 * that signs in starts a session, so no way in can forget it.
 * @param passwordHash a new password that was set on the way, for which every session ends
 */
export async function enterAccount(
  registry: Registry,
  stores: Stores,
  account: Account,
  origin: Origin,
  passwordHash?: string,
): Promise<SignedIn | SecondFactorNeeded | Refusal<'WRONG_CREDENTIALS'>> {
  if (account.suspendedAt !== undefined) return suspended();
  const factor = await stores.secondFactors.ofAccount(account.id);
  if (factor?.turnedOnAt !== undefined) return askSecondFactor(registry, stores, account.id, passwordHash);
  return beginSession(registry, stores, account, origin, passwordHash);
}

/** Starts the session of somebody who has shown everything that the account asks for. */
export async function beginSession(
  registry: Registry,
  stores: Stores,
  account: Account,
  origin: Origin,
  passwordHash: string | undefined,
): Promise<SignedIn> {
  if (passwordHash !== undefined) {
    await stores.accounts.update(account.id, { passwordHash });
    await stores.sessions.removeAll(account.id);
    await stores.halfSignIns.removeAll(account.id);
  }
  const session = await startSession(registry, stores, account.id, origin);
  return { ok: true, account: passwordHash === undefined ? account : { ...account, passwordHash }, session };
}
