import type { Stores } from '../ports/registry-store.js';
import { retryConflicts } from '../retry-conflicts.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { accountByMail } from './account-by-mail.js';
import { enterAccount } from './enter-account.js';
import type { Origin } from './origin.js';
import { wrongCode } from './refusals.js';
import type { SecondFactorNeeded } from './second-factor/ask-second-factor.js';
import type { SignedIn } from './start-session.js';

/**
 * Signs in the owner of the mailbox that `redeem` answers, in one transaction with the spending of what was mailed. Runs
 * again if somebody registers the address in the very moment of its first sign-in.
 */
export async function signInByMail(
  registry: Registry,
  origin: Origin,
  redeem: (stores: Stores) => Promise<string | undefined>,
): Promise<SignedIn | SecondFactorNeeded | Refusal<'WRONG_CREDENTIALS'>> {
  return retryConflicts(() =>
    registry.store.transact(async (stores) => {
      const email = await redeem(stores);
      if (email === undefined) return wrongCode();
      const account = await accountByMail(registry, stores, email);
      return enterAccount(registry, stores, account, origin);
    }),
  );
}
