import type { Request, Response } from 'express';
import passport from 'passport';
import type { Strategy } from 'passport';

/** `challenge` is what the strategy gave as its reason. */
type Authentication<User> =
  { readonly ok: true; readonly user: User } | { readonly ok: false; readonly challenge: unknown };

const NAME = 'only';

/**
 * Runs one passport strategy as a function from a request to its outcome. `User` is what the strategy succeeds with.
 * Passport's own sessions stay out of it: the registry keeps sessions in its store.
 */
export function authenticateBy<User>(
  strategy: Strategy,
): (request: Request, response: Response) => Promise<Authentication<User>> {
  // Registered by name, because only then does passport give each request an instance of its own.
  const authenticator = new passport.Passport().use(NAME, strategy);
  return (request, response) =>
    new Promise((resolve, reject) => {
      const settle: passport.AuthenticateCallback = (error: unknown, user, challenge) => {
        if (error !== null && error !== undefined) reject(asError(error));
        else resolve(user ? { ok: true, user: user as User } : { ok: false, challenge });
      };
      const handler = authenticator.authenticate(NAME, { session: false }, settle) as (
        request: Request,
        response: Response,
        next: (error?: unknown) => void,
      ) => void;
      handler(request, response, (error) => {
        reject(asError(error ?? new Error('The strategy did not decide.')));
      });
    });
}

/**
 * The request as strategies are to see it: its own connection and headers, `body` as the credentials presented, and an
 * empty query, since a secret in an address ends up in logs and is never accepted from there.
 */
export function presenting(request: Request, body: object | undefined): Request {
  return Object.create(request, { body: { value: body }, query: { value: {} } }) as Request;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Authentication failed.', { cause: error });
}
