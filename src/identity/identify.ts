import type { Request, RequestHandler, Response } from 'express';
import type { recogniseApiKey } from '../app/accounts/recognise-api-key.js';
import type { recogniseSession } from '../app/accounts/recognise-session.js';
import type { Actor } from '../app/actor.js';
import { API_SCOPES } from '../app/ports/accounts.js';
import type { Registry } from '../app/registry.js';
import { apiKeyStrategy } from './api-key-strategy.js';
import { authenticateBy, presenting } from './authenticate-by.js';
import { addressOf } from './origin-of.js';
import { sendProblem } from './send-problem.js';
import type { SessionCookie } from './session-cookie.js';
import { sessionStrategy } from './session-strategy.js';

type ByKey = NonNullable<Awaited<ReturnType<typeof recogniseApiKey>>>;
type BySession = NonNullable<Awaited<ReturnType<typeof recogniseSession>>>;

const actors = new WeakMap<Request, Actor>();

/**
 * Finds out who is asking, for `actorOf` to answer. A key decides where one is shown, and a key that is no good is
 * refused with 401: a program whose key was revoked must not take what anybody may see for the whole. A
 * session that has ended makes its bearer anonymous, and its cookie is cleared.
 */
export function identify(registry: Registry, cookie: SessionCookie): RequestHandler {
  const byKey = authenticateBy<ByKey>(apiKeyStrategy(registry));
  const bySession = authenticateBy<BySession>(sessionStrategy(registry, cookie));

  async function identifyKey(request: Request, response: Response): Promise<Actor | undefined> {
    const found = await byKey(presenting(request, undefined), response);
    if (!found.ok) return undefined;
    const { account, key } = found.user;
    return {
      kind: 'account',
      account,
      via: 'api-key',
      sessionId: undefined,
      scopes: key.scopes,
      apiKey: key,
      address: addressOf(request),
    };
  }

  async function identifySession(request: Request, response: Response): Promise<Actor> {
    const address = addressOf(request);
    if (cookie.read(request) === undefined) return { kind: 'anonymous', address };
    const found = await bySession(request, response);
    if (!found.ok) {
      cookie.clear(response);
      return { kind: 'anonymous', address };
    }
    const { account, sessionId } = found.user;
    return { kind: 'account', account, via: 'session', sessionId, scopes: API_SCOPES, address };
  }

  return async (request, response, next) => {
    const showsKey = request.headers.authorization !== undefined;
    const actor = await (showsKey ? identifyKey : identifySession)(request, response);
    if (actor === undefined) {
      refuseKey(response);
      return;
    }
    actors.set(request, actor);
    next();
  };
}

/** Who sent the request. Throws where `identify` did not run before: nobody is anonymous by mistake. */
export function actorOf(request: Request): Actor {
  const actor = actors.get(request);
  if (actor === undefined) throw new Error('The request was not identified.');
  return actor;
}

function refuseKey(response: Response): void {
  response.set('WWW-Authenticate', 'Bearer realm="assent", error="invalid_token"');
  sendProblem(response, {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: 'This API key is unknown, revoked or expired.',
    nextStep:
      'Send "Authorization: Bearer assent_…" with a key from your account page, or no such header at all.',
  });
}
