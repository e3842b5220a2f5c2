import { recordAction } from '../../audit/record-action.js';
import type { Account } from '../../ports/accounts.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { readEmailAddress } from '../email-address.js';
import { invalidEmail } from '../refusals.js';
import { tellOfSecondFactor } from './tell-of-second-factor.js';

export type LiftSecondFactorResult =
  | { readonly ok: true; readonly account: Account; readonly wasOn: boolean }
  | Refusal<'INVALID_EMAIL'>
  | Refusal<'NOT_FOUND'>;

/**
 * Turns off the second factor of somebody who lost app and codes: for whoever operates the machine, and for nobody over the network. All
 * sessions and half sign-ins of the account end, so that nobody who holds the lost device stays in; its holder is told by mail.
 */
export async function liftSecondFactor(
  registry: Registry,
  input: { readonly email: string },
): Promise<LiftSecondFactorResult> {
  const email = readEmailAddress(input.email);
  if (email === undefined) return invalidEmail();
  const lifted = await registry.log.sequence<LiftSecondFactorResult>(async (stores, at) => {
    const account = await stores.accounts.byEmail(email);
    if (account === undefined) {
      return refuse('NOT_FOUND', 'There is no account with this address.', 'Check it for typing errors.');
    }
    const wasOn = await stores.secondFactors.remove(account.id);
    if (wasOn) {
      await stores.halfSignIns.removeAll(account.id);
      await stores.sessions.removeAll(account.id);
      await recordAction(
        registry,
        stores,
        { action: 'lift-second-step', target: account.id, details: {} },
        at,
      );
    }
    return { ok: true, account, wasOn };
  });
  if (lifted.ok && lifted.wasOn)
    await tellOfSecondFactor(registry, lifted.account, { language: 'en' }, 'off');
  return lifted;
}
