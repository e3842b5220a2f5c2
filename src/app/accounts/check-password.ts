import type { Account } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { MAX_PASSWORD_LENGTH, normalPassword } from './password-rules.js';

/** Whether the password is the account's. Takes the same work for no account, no password and a wrong one. */
export function checkPassword(
  registry: Registry,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  const presented = normalPassword(password);
  return Array.from(presented).length > MAX_PASSWORD_LENGTH
    ? registry.passwords.verify(undefined, '')
    : registry.passwords.verify(account?.passwordHash, presented);
}

export function hashPassword(registry: Registry, password: string): Promise<string> {
  return registry.passwords.hash(normalPassword(password));
}
