import type { Actor } from '../actor.js';
import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { redeemCode, redeemLink } from './redeem-mailed-code.js';
import { wrongCode } from './refusals.js';
import { readMailedCode } from './secrets.js';
import { attemptsFrom, takeAttempt } from './take-attempt.js';

export type ConfirmAddressResult =
  { readonly ok: true; readonly account: Account } | Refusal<'WRONG_CREDENTIALS'>;

/**
 * Confirms the address of the account that is signed in, by the token of the mailed link or the code beside it. The mail
 * alone is not enough: its reader may not be who registered, and a click must not vouch for a stranger's password.
 */
export async function confirmAddress(
  registry: Registry,
  actor: Actor,
  input: { readonly token: string },
): Promise<ConfirmAddressResult> {
  if (actor.kind === 'anonymous' || actor.account.email === undefined) return notSignedIn();
  const { account } = actor;
  if (account.emailConfirmedAt !== undefined) return { ok: true, account };
  const wait = await takeAttempt(registry, 'sign-in', [attemptsFrom(actor.address)]);
  if (wait !== undefined) return refuse('WRONG_CREDENTIALS', wait.message, wait.nextStep);
  return registry.store.transact(async (stores) => {
    if ((await redeem(registry, stores, account.email, input.token)) !== account.email) return wrongCode();
    const emailConfirmedAt = registry.clock();
    await stores.accounts.update(account.id, { emailConfirmedAt });
    return { ok: true, account: { ...account, emailConfirmedAt } };
  });
}
