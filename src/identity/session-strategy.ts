import { recogniseSession } from '../app/accounts/recognise-session.js';
import type { Registry } from '../app/registry.js';
import { DecidingStrategy } from './deciding-strategy.js';
import type { SessionCookie } from './session-cookie.js';

/** The session cookie. Succeeds with what `recogniseSession` answers. */
export function sessionStrategy(registry: Registry, cookie: SessionCookie): DecidingStrategy {
  return new DecidingStrategy(async (request) => {
    const token = cookie.read(request);
    const found = token === undefined ? undefined : await recogniseSession(registry, token);
    return found === undefined
      ? { ok: false, challenge: { message: 'There is no such session.' } }
      : { ok: true, user: found };
  });
}
