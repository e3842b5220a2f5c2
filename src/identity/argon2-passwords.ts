import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_PARAMETERS } from '../app/accounts/password-parameters.js';
import { PasswordsBusy } from '../app/accounts/passwords-busy.js';
import type { PasswordHasher } from '../app/ports/surroundings.js';
import { createTurnstile } from './turnstile.js';

const { memoryKiB, passes, lanes } = PASSWORD_PARAMETERS;
/** The library's default algorithm is argon2id. */
const OPTIONS = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes };

/** Two at once: 38 MiB, and two of the four threads that Node shares with files and name look-ups. */
const DEFAULT_LOAD = { running: 2, waiting: 64 };

/**
 * Passwords by argon2id (RFC 9106). However many people sign in at once, memory and processors in use are bounded by
 * `load`; past it, `PasswordsBusy` is thrown.
 */
export function createArgon2Passwords(load = DEFAULT_LOAD): PasswordHasher {
  const turnstile = createTurnstile(load, () => new PasswordsBusy());
  return {
    hash: (password) => turnstile.pass(() => hash(password, OPTIONS)),
    verify: (stored, password) =>
      turnstile.pass(async () => {
        if (stored !== undefined) return verify(stored, password);
        // Nothing to compare with, but the same work: how long it takes must not tell whether there is an account.
        await hash(password, OPTIONS);
        return false;
      }),
  };
}
