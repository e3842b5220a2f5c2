import type { Account } from '../ports/accounts.js';
import type { Registry } from '../registry.js';

/** An account as it begins, not yet stored. */
export function newAccount(
  { clock, random }: Registry,
  given: Pick<Account, 'email' | 'role'> & Partial<Pick<Account, 'emailConfirmedAt' | 'passwordHash'>>,
): Account {
  return {
    id: random.uuid(),
    // Drawn apart from the id, so that neither leads to the other.
    pseudonym: random.uuid(),
    email: given.email,
    emailConfirmedAt: given.emailConfirmedAt,
    passwordHash: given.passwordHash,
    role: given.role,
    createdAt: clock(),
    suspendedAt: undefined,
  };
}
