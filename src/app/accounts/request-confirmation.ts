import type { SignedInActor } from '../actor.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import type { Origin } from './origin.js';
import type { SendCodeResult } from './send-code.js';
import { sendCode } from './send-code.js';

/** Mails another link and code by which the address of the account can be confirmed; those of before end. */
export async function requestConfirmation(
  registry: Registry,
  { account: { email, emailConfirmedAt } }: Pick<SignedInActor, 'account'>,
  origin: Origin,
): Promise<SendCodeResult | Refusal<'NOT_FOUND'>> {
  if (email === undefined || emailConfirmedAt !== undefined) {
    return refuse(
      'NOT_FOUND',
      'This account has no address that is left to confirm.',
      'There is nothing to do: the account page shows the address and that it is confirmed.',
    );
  }
  const instead = 'Go on as you are: everything works with an address that is not confirmed.';
  return sendCode(registry, origin, 'confirm-address', { email, instead });
}
