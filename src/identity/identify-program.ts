import type { Request, RequestHandler } from 'express';
import type { recogniseApiKey } from '../app/accounts/recognise-api-key.js';
import type { Registry } from '../app/registry.js';
import { apiKeyStrategy } from './api-key-strategy.js';
import { authenticateBy, presenting } from './authenticate-by.js';
import { addressOf } from './origin-of.js';
import { type Program, programAt, programWithKey } from './program.js';
import { sendProblem } from './send-problem.js';

type ByKey = NonNullable<Awaited<ReturnType<typeof recogniseApiKey>>>;

const programs = new WeakMap<Request, Program>();

/** `Bearer` of RFC 6750, and the word that clients of Spawning's API send in its place. */
const KEY_SHOWN = /^(?:Bearer|API) +(\S+)$/i;

/**
 * Finds out which program is asking, for `programOf` to answer. No key is needed; one that is shown and is no good is refused, so
 * that nobody goes on with a key that was revoked. Cookies mean nothing here.
 */
export function identifyProgram(registry: Registry): RequestHandler {
  const byKey = authenticateBy<ByKey>(apiKeyStrategy(registry));
  return async (request, response, next) => {
    const shown = request.headers.authorization;
    if (shown === undefined) {
      programs.set(request, programAt(addressOf(request)));
      next();
      return;
    }
    const found = await byKey(presentingKey(request, shown), response);
    if (!found.ok) {
      response.set('WWW-Authenticate', 'Bearer realm="assent", error="invalid_token"');
      sendProblem(response, {
        status: 401,
        code: 'UNAUTHENTICATED',
        message: 'This API key is unknown, revoked or expired.',
        nextStep: 'Send a key from your account page, or none at all: a few checks need none.',
      });
    } else if (!found.user.key.scopes.includes('check')) {
      sendProblem(response, {
        status: 403,
        code: 'FORBIDDEN',
        message: 'This API key may not check.',
        nextStep: 'Make one that may on your account page, or send none at all: a few checks need none.',
      });
    } else {
      programs.set(request, programWithKey(found.user.account, found.user.key));
      next();
    }
  };
}

/** Who sent the request. Throws where `identifyProgram` did not run before. */
export function programOf(request: Request): Program {
  const program = programs.get(request);
  if (program === undefined) throw new Error('The request was not identified.');
  return program;
}

function presentingKey(request: Request, shown: string): Request {
  const [, key = ''] = KEY_SHOWN.exec(shown) ?? [];
  const headers = { ...request.headers, authorization: `Bearer ${key}` };
  return Object.create(presenting(request, undefined), { headers: { value: headers } }) as Request;
}
