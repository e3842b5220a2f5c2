import type { Refusal } from '../refusal.js';
import { refuse } from '../refusal.js';

/** An input field that cannot be accepted as it is. */
export interface InvalidInput extends Refusal<'INVALID_INPUT'> {
  readonly field: string;
}

export function invalidInput(field: string, message: string, nextStep: string): InvalidInput {
  return { ...refuse('INVALID_INPUT', message, nextStep), field };
}

export function invalidEmail(): Refusal<'INVALID_EMAIL'> {
  return refuse(
    'INVALID_EMAIL',
    'This is not an e-mail address we can write to.',
    'Check it for typing errors: a name, one @, and a domain such as example.com.',
  );
}

export function weakPassword(weakness: string): Refusal<'WEAK_PASSWORD'> {
  return refuse(
    'WEAK_PASSWORD',
    weakness,
    'Choose at least 10 characters; a few unrelated words are strong and easy to remember.',
  );
}

export function emailTaken(): Refusal<'EMAIL_TAKEN'> {
  return refuse(
    'EMAIL_TAKEN',
    'There is an account with this e-mail address already.',
    'Sign in with it. If you did not make that account, sign in by mail: whatever was set up without you is dropped.',
  );
}

/** One answer for an unknown address and a wrong password, so that it does not tell which addresses are known. */
export function wrongPassword(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'E-mail address and password do not belong together.',
    'Check both, ask for a sign-in mail, or set a new password with a recovery code.',
  );
}

export function wrongCode(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'This code or link is wrong, used up, or too old.',
    'Ask for a new mail and use only the newest one; it works once, for 15 minutes.',
  );
}

/** Only ever answered to somebody who has proved to be the owner. */
export function suspended(): Refusal<'WRONG_CREDENTIALS'> {
  return refuse(
    'WRONG_CREDENTIALS',
    'This account is suspended.',
    'Write to the people who run this registry to have the decision reviewed.',
  );
}
