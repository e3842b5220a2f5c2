import type { Refusal } from '../refusal.js';
import type { SecondFactorNeeded } from './second-factor/ask-second-factor.js';
import type { SignedIn } from './start-session.js';
import type { TooManyAttempts } from './take-attempt.js';

/** What every way of signing in may answer. */
export type SignInResult = SignedIn | SecondFactorNeeded | Refusal<'WRONG_CREDENTIALS'> | TooManyAttempts;
