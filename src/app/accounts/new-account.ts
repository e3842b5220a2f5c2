import type { Account } from '../ports/accounts.js';
import type { Registry } from '../registry.js';

const PSEUDONYM_BYTES = 16;

/** An account as it begins, not yet stored. */
export function newAccount(
  { clock, random }: Registry,
  given: Pick<Account, 'email' | 'role'> & Partial<Pick<Account, 'emailConfirmedAt' | 'passwordHash'>>,
): Account {
  return {
    id: random.uuid(),
    // Drawn apart from the id, so that neither leads to the other. In the form that leaves of the log demand.
    pseudonym: Buffer.from(random.bytes(PSEUDONYM_BYTES)).toString('hex'),
    email: given.email,
    emailConfirmedAt: given.emailConfirmedAt,
    passwordHash: given.passwordHash,
    role: given.role,
    createdAt: clock(),
    suspendedAt: undefined,
  };
}
