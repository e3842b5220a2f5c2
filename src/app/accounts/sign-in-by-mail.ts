import type { Stores } from '../ports/registry-store.js';
import { retryConflicts } from '../retry-conflicts.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { accountByMail } from './account-by-mail.js';
import type { Origin } from './origin.js';
import { suspended, wrongCode } from './refusals.js';
import type { SignedIn } from './start-session.js';
import { startSession } from './start-session.js';

/**
 * Signs in the owner of the mailbox that `redeem` answers, in one transaction with the spending of what was mailed. Runs
 * again if somebody registers the address in the very moment of its first sign-in.
 */
export async function signInByMail(
  registry: Registry,
  origin: Origin,
  redeem: (stores: Stores) => Promise<string | undefined>,
): Promise<SignedIn | Refusal<'WRONG_CREDENTIALS'>> {
  return retryConflicts(() =>
    registry.store.transact(async (stores) => {
      const email = await redeem(stores);
      if (email === undefined) return wrongCode();
      const account = await accountByMail(registry, stores, email);
      if (account.suspendedAt !== undefined) return suspended();
      return { ok: true, account, session: await startSession(registry, stores, account.id, origin) };
    }),
  );
}
