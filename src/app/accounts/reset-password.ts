import { retryConflicts } from '../retry-conflicts.js';
import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { accountByMail } from './account-by-mail.js';
import { hashPassword } from './check-password.js';
import { readEmailAddress } from './email-address.js';
import { enterAccount } from './enter-account.js';
import type { Origin } from './origin.js';
import { passwordWeakness } from './password-rules.js';
import { redeemCode } from './redeem-mailed-code.js';
import { weakPassword } from './refusals.js';
import { hashRecoveryCode, readRecoveryCode } from './secrets.js';
import type { SignInResult } from './sign-in-result.js';
import { attemptsAt, attemptsFrom, takeAttempt, withinCapacity } from './take-attempt.js';

/**
 * Sets a new password and signs in, by the code of the newest sign-in mail or by a recovery code. Ends every session
 * that the account had: whoever forgot a password may have lost it to somebody. Where a second factor is asked for, none of it is
 * done before that was shown.
 */
export async function resetPassword(
  registry: Registry,
  origin: Origin,
  input: { readonly email: string; readonly code: string; readonly newPassword: string },
): Promise<SignInResult | Refusal<'WEAK_PASSWORD'>> {
  const email = readEmailAddress(input.email);
  const weakness = passwordWeakness(input.newPassword, email);
  if (weakness !== undefined) return weakPassword(weakness);
  const keys = email === undefined ? [] : [attemptsAt(email)];
  const wait = await takeAttempt(registry, 'sign-in', [attemptsFrom(origin.address), ...keys]);
  if (wait !== undefined) return wait;
  if (email === undefined) return wrongResetCode();
  return withinCapacity(async () => {
    // Before the code is looked at, so that a right and a wrong one cost the same.
    const passwordHash = await hashPassword(registry, input.newPassword);
    return retryConflicts(() =>
      registry.store.transact((stores) =>
        reset(registry, stores, origin, { email, code: input.code, passwordHash }),
      ),
    );
  });
}

async function reset(
  registry: Registry,
  stores: Stores,
  origin: Origin,
  { email, code, passwordHash }: { email: string; code: string; passwordHash: string },
): Promise<SignInResult> {
  const account = await provenOwner(registry, stores, email, code);
  if (account === undefined) return wrongResetCode();
  return enterAccount(registry, stores, account, origin, passwordHash);
}

/** The two kinds of code differ in length, so each is only ever tried as what it is. */
async function provenOwner(
  registry: Registry,
  stores: Stores,
  email: string,
  typed: string,
): Promise<Account | undefined> {
  const recoveryCode = readRecoveryCode(typed);
  if (recoveryCode === undefined) {
    const isRight = await redeemCode(registry, stores, 'sign-in', { email, typed });
    return isRight ? accountByMail(registry, stores, email) : undefined;
  }
  const account = await stores.accounts.byEmail(email);
  if (account === undefined) return undefined;
  const codeHash = hashRecoveryCode(registry.sha256, account.id, recoveryCode);
  return (await stores.recoveryCodes.spend(account.id, codeHash, registry.clock())) ? account : undefined;
}

function wrongResetCode(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'This code is wrong, used up, too old, or belongs to another address.',
    'Ask for a new sign-in mail and use its code within 15 minutes, or take another recovery code.',
  );
}
