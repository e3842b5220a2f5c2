import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { checkPassword, hashPassword } from './check-password.js';
import { readEmailAddress } from './email-address.js';
import { enterAccount } from './enter-account.js';
import type { Origin } from './origin.js';
import { isCurrentPasswordHash } from './password-parameters.js';
import { wrongPassword } from './refusals.js';
import type { SignInResult } from './sign-in-result.js';
import { attemptsAt, attemptsFrom, takeAttempt, withinCapacity } from './take-attempt.js';

/** Signs in by e-mail address and password. An unknown address is answered as a wrong password, after the same work. */
export async function signInWithPassword(
  registry: Registry,
  origin: Origin,
  input: { readonly email: string; readonly password: string },
): Promise<SignInResult> {
  const email = readEmailAddress(input.email);
  const keys = email === undefined ? [] : [attemptsAt(email)];
  const wait = await takeAttempt(registry, 'sign-in', [attemptsFrom(origin.address), ...keys]);
  if (wait !== undefined) return wait;
  return withinCapacity(async () => {
    const account = email === undefined ? undefined : await registry.store.accounts.byEmail(email);
    const isRight = await checkPassword(registry, account, input.password);
    if (!isRight || account?.passwordHash === undefined) return wrongPassword();
    const renewed = isCurrentPasswordHash(account.passwordHash)
      ? undefined
      : await hashPassword(registry, input.password);
    return registry.store.transact((stores) => enter(registry, stores, origin, account, renewed));
  });
}

/** The password was checked outside the transaction, so it may have been changed or dropped since. */
async function enter(
  registry: Registry,
  stores: Stores,
  origin: Origin,
  checked: Account,
  renewedHash: string | undefined,
): Promise<SignInResult> {
  const account = await stores.accounts.byId(checked.id);
  if (account === undefined || account.passwordHash !== checked.passwordHash) return wrongPassword();
  if (renewedHash !== undefined) await stores.accounts.update(account.id, { passwordHash: renewedHash });
  return enterAccount(registry, stores, account, origin);
}
