import type { Registry } from '../registry.js';
import { readEmailAddress } from './email-address.js';
import type { Origin } from './origin.js';
import { redeemCode } from './redeem-mailed-code.js';
import { wrongCode } from './refusals.js';
import { signInByMail } from './sign-in-by-mail.js';
import type { SignInResult } from './sign-in-result.js';
import { attemptsFrom, takeAttempt } from './take-attempt.js';

/** Signs in by the short code of the newest mail to `email`. */
export async function signInWithCode(
  registry: Registry,
  origin: Origin,
  input: { readonly email: string; readonly code: string },
): Promise<SignInResult> {
  const wait = await takeAttempt(registry, 'sign-in', [attemptsFrom(origin.address)]);
  if (wait !== undefined) return wait;
  const email = readEmailAddress(input.email);
  if (email === undefined) return wrongCode();
  return signInByMail(registry, origin, async (stores) =>
    (await redeemCode(registry, stores, 'sign-in', { email, typed: input.code })) ? email : undefined,
  );
}
