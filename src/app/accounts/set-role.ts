import { recordAction } from '../audit/record-action.js';
import type { Account, Role } from '../ports/accounts.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { readEmailAddress } from './email-address.js';
import { invalidEmail, invalidInput, type InvalidInput } from './refusals.js';

export interface RoleSet {
  readonly ok: true;
  /** As it is now. */
  readonly account: Account;
  readonly before: Role;
}

type SetRoleResult = RoleSet | Refusal<'INVALID_EMAIL'> | Refusal<'NOT_FOUND'> | InvalidInput;

/** Whoever has one of these decides about what others said. */
const DECIDING: readonly Role[] = ['moderator', 'admin'];

/**
 * Gives an account another role, or takes one from it: for whoever operates the machine, and for nobody over the network.
 * It holds at once, also where the account is signed in. A registry that has an admin keeps one.
 */
export async function setRole(
  registry: Registry,
  input: { readonly email: string; readonly role: Role },
): Promise<SetRoleResult> {
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  return registry.log.sequence(async (stores, at) => {
    const admins = await stores.accounts.holdAdmins();
    const account = await stores.accounts.byEmail(email);
    if (account === undefined) return noSuchAccount();
    const { role } = input;
    if (account.role === role) return { ok: true, account, before: role };
    if (DECIDING.includes(role) && account.emailConfirmedAt === undefined) return unconfirmed();
    if (account.role === 'admin' && !admins.some((admin) => isAnother(admin, account))) return lastAdmin();
    await stores.accounts.update(account.id, { role });
    const details = { from: account.role, to: role };
    await recordAction(registry, stores, { action: 'set-role', target: account.id, details }, at);
    return { ok: true, account: { ...account, role }, before: account.role };
  });
}

/** Somebody suspended cannot do what an admin is there for. */
function isAnother({ id, suspendedAt }: Account, account: Account): boolean {
  return id !== account.id && suspendedAt === undefined;
}

function noSuchAccount(): Refusal<'NOT_FOUND'> {
  return refuse(
    'NOT_FOUND',
    'There is no account with this address.',
    'Check it for typing errors, or open an account with that role: assent user create.',
  );
}

/** Anybody can register with anybody's address. */
function unconfirmed(): InvalidInput {
  return invalidInput(
    'email',
    'Nobody has shown that mail to this address reaches the holder of the account: it may be somebody else’s.',
    'Have the address confirmed first, by signing in by mail. Where there is no mail, open an account: assent user create.',
  );
}

function lastAdmin(): InvalidInput {
  return invalidInput(
    'role',
    'This is the last admin: without one nobody is left to run the registry.',
    'Make somebody else an admin first.',
  );
}
