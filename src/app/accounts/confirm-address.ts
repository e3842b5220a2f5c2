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
  const email = actor.kind === 'account' ? actor.account.email : undefined;
  if (actor.kind === 'anonymous' || email === undefined) {
    return refuse(
      'WRONG_CREDENTIALS',
      'An address is confirmed by the account that it belongs to.',
      'Sign in with the e-mail address and password of that account, then open the link again.',
    );
  }
  const { account } = actor;
  if (account.emailConfirmedAt !== undefined) return { ok: true, account };
  const wait = await takeAttempt(registry, 'sign-in', [attemptsFrom(actor.address)]);
  if (wait !== undefined) return refuse('WRONG_CREDENTIALS', wait.message, wait.nextStep);
  return registry.store.transact(async (stores) => {
    if (!(await isProved(registry, stores, email, input.token))) return wrongCode();
    const emailConfirmedAt = registry.clock();
    await stores.accounts.update(account.id, { emailConfirmedAt });
    return { ok: true, account: { ...account, emailConfirmedAt } };
  });
}

async function isProved(registry: Registry, stores: Stores, email: string, secret: string): Promise<boolean> {
  return readMailedCode(secret) === undefined
    ? (await redeemLink(registry, stores, 'confirm-address', { token: secret, onlyTo: email })) !== undefined
    : redeemCode(registry, stores, 'confirm-address', { email, typed: secret });
}
