import type { Strategy as PassportStrategy } from 'passport';
import { Strategy } from 'passport-local';
import { signInWithPassword } from '../app/accounts/sign-in-with-password.js';
import type { Registry } from '../app/registry.js';
import { originOf } from './origin-of.js';
import type { SessionCookie } from './session-cookie.js';

/** E-mail address and password in the body. Succeeds with a `SignedIn`; its challenge is a refusal. */
export function passwordStrategy(registry: Registry, cookie: SessionCookie): PassportStrategy {
  return new Strategy(
    { usernameField: 'email', passReqToCallback: true },
    (request, email, password, done) => {
      signInWithPassword(registry, originOf(request, cookie), { email, password }).then((result) => {
        if (result.ok) done(null, result);
        else done(null, false, result);
      }, done);
    },
  );
}
