import type { Request, RequestHandler } from 'express';
import type { recogniseApiKey } from '../app/accounts/recognise-api-key.js';
import type { Account, ApiScope } from '../app/ports/accounts.js';
import type { Registry } from '../app/registry.js';
import { apiKeyStrategy } from './api-key-strategy.js';
import { authenticateBy, presenting } from './authenticate-by.js';
import { sendProblem } from './send-problem.js';

type ByKey = NonNullable<Awaited<ReturnType<typeof recogniseApiKey>>>;

const holders = new WeakMap<Request, Account>();

/** Lets only a request pass that shows an API key with the scope, for `keyHolderOf` to say whose it is. Cookies mean nothing here. */
export function identifyKeyHolder(registry: Registry, scope: ApiScope): RequestHandler {
  const byKey = authenticateBy<ByKey>(apiKeyStrategy(registry));
  return async (request, response, next) => {
    const found = await byKey(presenting(request, undefined), response);
    if (!found.ok) {
      response.set('WWW-Authenticate', 'Bearer realm="assent"');
      sendProblem(response, {
        status: 401,
        code: 'UNAUTHENTICATED',
        message: 'An API key is needed here, and none that is known was sent.',
        nextStep: 'Send "Authorization: Bearer" with a key from your account page.',
      });
    } else if (!found.user.key.scopes.includes(scope)) {
      sendProblem(response, {
        status: 403,
        code: 'FORBIDDEN',
        message: `This API key lacks the scope ${scope.toUpperCase()}.`,
        nextStep: 'Make one that has it on your account page.',
      });
    } else {
      holders.set(request, found.user.account);
      next();
    }
  };
}

/** Whose key the request showed. Throws where `identifyKeyHolder` did not run before. */
export function keyHolderOf(request: Request): Account {
  const account = holders.get(request);
  if (account === undefined) throw new Error('The request was not identified.');
  return account;
}
