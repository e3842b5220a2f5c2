import type { Strategy as PassportStrategy } from 'passport';
import { Strategy } from 'passport-http-bearer';
import { recogniseApiKey } from '../app/accounts/recognise-api-key.js';
import type { Registry } from '../app/registry.js';

/** `Authorization: Bearer assent_…` (RFC 6750 §2.1). Succeeds with what `recogniseApiKey` answers. */
export function apiKeyStrategy(registry: Registry): PassportStrategy {
  return new Strategy((secret, done) => {
    recogniseApiKey(registry, secret).then((found) => {
      done(null, found ?? false);
    }, done);
  });
}
