import { recordAction } from '../audit/record-action.js';
import type { Account, Role } from '../ports/accounts.js';
import { UniqueViolation } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { hashPassword } from './check-password.js';
import { inGroups } from './crockford-base32.js';
import { readEmailAddress } from './email-address.js';
import { issueRecoveryCodes } from './issue-recovery-codes.js';
import { newAccount } from './new-account.js';
import { passwordWeakness } from './password-rules.js';
import { emailTaken, invalidEmail, weakPassword } from './refusals.js';
import { newRecoveryCode } from './secrets.js';

type CreateUserResult =
  | {
      readonly ok: true;
      readonly account: Account;
      /** The password that was made up because none was given. Shown once. */
      readonly generatedPassword: string | undefined;
      /** Shown once. */
      readonly recoveryCodes: readonly string[];
    }
  | Refusal<'EMAIL_TAKEN' | 'INVALID_EMAIL' | 'WEAK_PASSWORD'>;

/**
 * Opens an account with any role: for whoever operates the machine, and for nobody over the network. The operator
 * vouches for the address, so it counts as confirmed.
 */
export async function createUser(
  registry: Registry,
  input: { readonly email: string; readonly role: Role; readonly password?: string | undefined },
): Promise<CreateUserResult> {
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  const generatedPassword =
    input.password === undefined ? inGroups(newRecoveryCode(registry.random)) : undefined;
  const password = input.password ?? generatedPassword ?? '';
  const weakness = passwordWeakness(password, email);
  if (weakness !== undefined) return weakPassword(weakness);
  const passwordHash = await hashPassword(registry, password);
  const account = newAccount(registry, {
    email,
    role: input.role,
    emailConfirmedAt: registry.clock(),
    passwordHash,
  });
  try {
    const recoveryCodes = await addUser(registry, account);
    return { ok: true, account, generatedPassword, recoveryCodes };
  } catch (error) {
    if (error instanceof UniqueViolation) return emailTaken();
    throw error;
  }
}

function addUser(registry: Registry, account: Account): Promise<readonly string[]> {
  return registry.log.sequence(async (stores, at) => {
    await stores.accounts.add(account);
    const details = { role: account.role };
    await recordAction(registry, stores, { action: 'create-user', target: account.id, details }, at);
    return issueRecoveryCodes(registry, stores, account.id);
  });
}
