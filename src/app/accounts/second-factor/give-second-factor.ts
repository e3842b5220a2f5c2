import type { Stores } from '../../ports/registry-store.js';
import type { HalfSignIn } from '../../ports/second-factors.js';
import { refuse } from '../../refusal.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { beginSession } from '../enter-account.js';
import type { Origin } from '../origin.js';
import { suspended } from '../refusals.js';
import { hashToken } from '../secrets.js';
import type { SignInResult } from '../sign-in-result.js';
import type { SignedIn } from '../start-session.js';
import { attemptsAt, attemptsFrom, takeAttempt } from '../take-attempt.js';
import { showSecondFactor } from './show-second-factor.js';
import { tellOfSecondFactor } from './tell-of-second-factor.js';

const MAX_GUESSES = 5;

/**
 * The second half of a sign-in: a code of the account's authenticator app, or a recovery code. A sign-in bears five guesses, counted before
 * they are looked at, and an account ten an hour, whoever makes them.
 * @param input.half the token that the first half was answered with; undefined where the browser kept none
 */
export async function giveSecondFactor(
  registry: Registry,
  origin: Origin,
  input: { readonly half: string | undefined; readonly code: string },
): Promise<SignInResult> {
  if (input.half === undefined) return notBegun();
  const wait = await takeAttempt(registry, 'second-factor', [attemptsFrom(origin.address)]);
  if (wait !== undefined) return wait;
  // Outside the transaction, which a wrong guess leaves nothing of.
  const half = await registry.store.halfSignIns.attempt(hashToken(registry.sha256, input.half));
  if (half === undefined || half.expiresAt <= registry.clock() || half.attempts > MAX_GUESSES)
    return notBegun();
  const tooMany = await takeAttempt(registry, 'second-factor', [attemptsAt(half.accountId)]);
  if (tooMany !== undefined) return tooMany;
  const { result, shown } = await registry.store.transact(async (stores) => {
    const shown = await showSecondFactor(registry, stores, half.accountId, input.code);
    const result = shown === undefined ? wrongSecondFactor() : await finish(registry, stores, origin, half);
    return { result, shown };
  });
  if (result.ok && shown === 'recovery-code')
    await tellOfSecondFactor(registry, result.account, origin, 'recovery-code');
  return result;
}

async function finish(
  registry: Registry,
  stores: Stores,
  origin: Origin,
  half: HalfSignIn,
): Promise<SignedIn | Refusal<'WRONG_CREDENTIALS'>> {
  // A new password ends what was begun with the old one, perhaps in this very moment.
  if (!(await stores.halfSignIns.remove(half.tokenHash))) return notBegun();
  const account = await stores.accounts.byId(half.accountId);
  if (account === undefined) return notBegun();
  if (account.suspendedAt !== undefined) return suspended();
  return beginSession(registry, stores, account, origin, half.passwordHash);
}

export function wrongSecondFactor(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'This code is wrong, or was used already.',
    'Wait for the next code of your app, and see that the clock of the device is right; or use a recovery code.',
  );
}

function notBegun(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'This sign-in was not begun in this browser, bears no more guesses, or took longer than ten minutes.',
    'Begin again: sign in as before.',
  );
}
