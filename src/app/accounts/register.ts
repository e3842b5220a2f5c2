import { UniqueViolation } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { hashPassword } from './check-password.js';
import { readEmailAddress } from './email-address.js';
import { issueRecoveryCodes } from './issue-recovery-codes.js';
import { newAccount } from './new-account.js';
import type { Origin } from './origin.js';
import { passwordWeakness } from './password-rules.js';
import { emailTaken, invalidEmail, weakPassword } from './refusals.js';
import { requestConfirmation } from './request-confirmation.js';
import type { SignedIn } from './start-session.js';
import { startSession } from './start-session.js';
import type { TooManyAttempts } from './take-attempt.js';
import { attemptsFrom, takeAttempt, withinCapacity } from './take-attempt.js';

export interface Registered extends SignedIn {
  /** Shown once. */
  readonly recoveryCodes: readonly string[];
  /** Whether a mail is under way by which the address can be confirmed. */
  readonly confirmationMailed: boolean;
}

export type RegisterResult =
  Registered | Refusal<'EMAIL_TAKEN' | 'INVALID_EMAIL' | 'WEAK_PASSWORD'> | TooManyAttempts;

/** Opens an artist's account with a password and signs it in. The address counts as theirs only once confirmed. */
export async function register(
  registry: Registry,
  origin: Origin,
  input: { readonly email: string; readonly password: string },
): Promise<RegisterResult> {
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  const weakness = passwordWeakness(input.password, email);
  if (weakness !== undefined) return weakPassword(weakness);
  const wait = await takeAttempt(registry, 'register', [attemptsFrom(origin.address)]);
  if (wait !== undefined) return wait;
  if ((await registry.store.accounts.byEmail(email)) !== undefined) return emailTaken();
  const added = await withinCapacity(() => addAccount(registry, origin, email, input.password));
  if (!added.ok) return added;
  // The account stands whether or not its mail can be sent.
  const mailed = await requestConfirmation(registry, added, origin);
  return { ...added, confirmationMailed: mailed.ok };
}

async function addAccount(
  registry: Registry,
  origin: Origin,
  email: string,
  password: string,
): Promise<Omit<Registered, 'confirmationMailed'> | Refusal<'EMAIL_TAKEN'>> {
  const passwordHash = await hashPassword(registry, password);
  const account = newAccount(registry, { email, role: 'artist', passwordHash });
  try {
    return await registry.store.transact(async (stores) => {
      await stores.accounts.add(account);
      const recoveryCodes = await issueRecoveryCodes(registry, stores, account.id);
      const session = await startSession(registry, stores, account.id, origin);
      return { ok: true, account, recoveryCodes, session };
    });
  } catch (error) {
    if (error instanceof UniqueViolation) return emailTaken();
    throw error;
  }
}
