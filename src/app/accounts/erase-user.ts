import { recordAction } from '../audit/record-action.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { readEmailAddress } from './email-address.js';
import { type ErasedNoes, forgetAccount, type ForgottenAccount } from './forget-account.js';
import { invalidEmail } from './refusals.js';

/**
 * Erases the account of somebody who asked for it by mail: for whoever operates the machine, and for nobody over the
 * network. The audit trail names the pseudonym, as the log does, and no account.
 */
export async function eraseUser(
  registry: Registry,
  input: { readonly email: string; readonly noes: ErasedNoes },
): Promise<ForgottenAccount | Refusal<'INVALID_EMAIL'> | Refusal<'NOT_FOUND'> | Refusal<'ROLE_HELD'>> {
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  const account = await registry.store.accounts.byEmail(email);
  if (account === undefined) {
    return refuse(
      'NOT_FOUND',
      'There is no account with this address.',
      'Check it for typing errors; an account may be known by another address of theirs.',
    );
  }
  return forgetAccount(registry, account.id, input.noes, async (stores, claimant, at) => {
    const action = {
      action: 'erase-user',
      target: `claimant:${claimant}`,
      details: { noes: input.noes },
    };
    await recordAction(registry, stores, action, at);
  });
}
