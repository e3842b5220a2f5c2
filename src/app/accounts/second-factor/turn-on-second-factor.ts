import type { SignedInActor } from '../../actor.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { issueRecoveryCodes } from '../issue-recovery-codes.js';
import type { Origin } from '../origin.js';
import { attemptsAt, takeAttempt, type TooManyAttempts } from '../take-attempt.js';
import { wrongSecondFactor } from './give-second-factor.js';
import { showSecondFactor } from './show-second-factor.js';
import { tellOfSecondFactor } from './tell-of-second-factor.js';

type TurnOnSecondFactorResult =
  | {
      readonly ok: true;
      /** New ones, where the account had none left; they are what opens it when the app is lost. Shown this once. */
      readonly recoveryCodes: readonly string[];
    }
  | Refusal<'WRONG_CREDENTIALS'>
  | TooManyAttempts;

/** Asks for the app from now on, once a code shows that it has the secret. */
export async function turnOnSecondFactor(
  registry: Registry,
  { account }: SignedInActor,
  origin: Origin,
  input: { readonly code: string },
): Promise<TurnOnSecondFactorResult> {
  const wait = await takeAttempt(registry, 'second-factor', [attemptsAt(account.id)]);
  if (wait !== undefined) return wait;
  const result = await registry.store.transact(async (stores): Promise<TurnOnSecondFactorResult> => {
    const known = await stores.secondFactors.ofAccount(account.id);
    if (known === undefined || known.turnedOnAt !== undefined) return wrongSecondFactor();
    if ((await showSecondFactor(registry, stores, account.id, input.code)) !== 'app')
      return wrongSecondFactor();
    await stores.secondFactors.turnOn(account.id, registry.clock());
    // What was begun without it would go round it.
    await stores.halfSignIns.removeAll(account.id);
    const left = await stores.recoveryCodes.countUnused(account.id);
    return {
      ok: true,
      recoveryCodes: left > 0 ? [] : await issueRecoveryCodes(registry, stores, account.id),
    };
  });
  if (result.ok) await tellOfSecondFactor(registry, account, origin, 'on');
  return result;
}
