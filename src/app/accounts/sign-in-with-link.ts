import type { Registry } from '../registry.js';
import type { Origin } from './origin.js';
import { redeemLink } from './redeem-mailed-code.js';
import { signInByMail } from './sign-in-by-mail.js';
import type { SignInResult } from './sign-in-result.js';
import { attemptsFrom, takeAttempt } from './take-attempt.js';

/** Signs in by the token in a mailed link, on whatever device it is opened. */
export async function signInWithLink(
  registry: Registry,
  origin: Origin,
  input: { readonly token: string },
): Promise<SignInResult> {
  const wait = await takeAttempt(registry, 'sign-in', [attemptsFrom(origin.address)]);
  if (wait !== undefined) return wait;
  return signInByMail(registry, origin, (stores) => redeemLink(registry, stores, 'sign-in', input));
}
