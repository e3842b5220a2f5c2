import type { SignedInActor } from '../../actor.js';
import type { Refusal } from '../../refusal.js';
import { refuse } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { proveOwner } from '../prove-owner.js';
import { attemptsAt, takeAttempt } from '../take-attempt.js';
import { wrongSecondFactor } from './give-second-factor.js';
import { showSecondFactor } from './show-second-factor.js';

/**
 * Asks for the password, or for a code where there is none or one was typed, before a change that would let somebody in without the second
 * factor. Answers the refusal, if there is one.
 */
export async function proveByCode(
  registry: Registry,
  actor: SignedInActor,
  {
    currentPassword,
    code,
  }: { readonly currentPassword?: string | undefined; readonly code?: string | undefined },
): Promise<Refusal<'WRONG_CREDENTIALS'> | undefined> {
  const { account, via } = actor;
  const factor = await registry.store.secondFactors.ofAccount(account.id);
  const hasPassword = account.passwordHash !== undefined;
  if (via !== 'session' || factor?.turnedOnAt === undefined || (code === undefined && hasPassword)) {
    return proveOwner(registry, actor, currentPassword);
  }
  if (code === undefined) {
    return refuse(
      'WRONG_CREDENTIALS',
      'This needs a code.',
      'Type the code that your authenticator app shows, or one of your recovery codes.',
    );
  }
  const wait = await takeAttempt(registry, 'second-factor', [attemptsAt(account.id)]);
  if (wait !== undefined) return refuse('WRONG_CREDENTIALS', wait.message, wait.nextStep);
  const shown = await registry.store.transact((stores) =>
    showSecondFactor(registry, stores, account.id, code),
  );
  return shown === undefined ? wrongSecondFactor() : undefined;
}
