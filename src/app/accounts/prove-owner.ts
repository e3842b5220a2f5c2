import type { SignedInActor } from '../actor.js';
import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';
import type { Registry } from '../registry.js';
import { checkPassword } from './check-password.js';
import { attemptsAt, takeAttempt, withinCapacity } from './take-attempt.js';

/**
 * Asks again for the password before a change that would lock its owner out, so that an unattended browser is not
 * enough. An account without a password has only its session to show. Answers the refusal, if there is one.
 */
export async function proveOwner(
  registry: Registry,
  { account, via }: SignedInActor,
  currentPassword: string | undefined,
): Promise<Refusal<'WRONG_CREDENTIALS'> | undefined> {
  if (via !== 'session') {
    return refuse('WRONG_CREDENTIALS', 'An API key cannot do this.', 'Sign in on the page and do it there.');
  }
  if (account.passwordHash === undefined) return undefined;
  const wait = await takeAttempt(registry, 'sign-in', [attemptsAt(account.email ?? account.id)]);
  if (wait !== undefined) return refuse('WRONG_CREDENTIALS', wait.message, wait.nextStep);
  const checked = await withinCapacity(async () => ({
    ok: true as const,
    isRight: await checkPassword(registry, account, currentPassword ?? ''),
  }));
  if (!checked.ok) return refuse('WRONG_CREDENTIALS', checked.message, checked.nextStep);
  return checked.isRight
    ? undefined
    : refuse(
        'WRONG_CREDENTIALS',
        'This is not your current password.',
        'Type it again. If you no longer know it, set a new one by a sign-in mail or a recovery code.',
      );
}
