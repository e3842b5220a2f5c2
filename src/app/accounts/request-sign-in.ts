import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { readEmailAddress } from './email-address.js';
import type { Origin } from './origin.js';
import { invalidEmail, invalidInput } from './refusals.js';
import type { InvalidInput } from './refusals.js';
import type { SendCodeResult } from './send-code.js';
import { sendCode } from './send-code.js';

export interface RequestSignInInput {
  readonly email: string;
  /** What the page that asks was in the middle of, in its own writing. It goes into the mail and is kept nowhere. */
  readonly draft?: string | undefined;
}

/** Nothing in it can end the link, begin another, or be read as words by whoever gets the mail. */
const DRAFT = /^[A-Za-z0-9_-]{1,2000}$/;

/** Mails a one-time link and code. Does and answers the same whether or not there is an account with the address. */
export async function requestSignIn(
  registry: Registry,
  origin: Origin,
  { email: typed, draft }: RequestSignInInput,
): Promise<SendCodeResult | Refusal<'INVALID_EMAIL'> | InvalidInput> {
  const email = readEmailAddress(typed);
  if (email === undefined) return invalidEmail();
  if (draft !== undefined && !DRAFT.test(draft)) return invalidDraft();
  const instead = 'Sign in with a password, or set a new one with a recovery code.';
  return sendCode(registry, origin, 'sign-in', { email, instead, draft });
}

function invalidDraft(): InvalidInput {
  return invalidInput(
    'draft',
    'The draft is empty, too long, or has characters other than plain letters, digits, "-" and "_".',
    'Write it in base64url with at most 2,000 characters, or ask for the mail without it.',
  );
}
