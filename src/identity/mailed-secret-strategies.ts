import type { SignInResult } from '../app/accounts/sign-in-result.js';
import { signInWithCode } from '../app/accounts/sign-in-with-code.js';
import { signInWithLink } from '../app/accounts/sign-in-with-link.js';
import type { Registry } from '../app/registry.js';
import { DecidingStrategy } from './deciding-strategy.js';
import type { Decision } from './deciding-strategy.js';
import { originOf } from './origin-of.js';
import type { SessionCookie } from './session-cookie.js';

export interface CodeProof {
  readonly email: string;
  readonly code: string;
}

export interface LinkProof {
  readonly token: string;
}

/** A mailed code and its address, in the body. Succeeds with a `SignedIn`; its challenge is a refusal. */
export function mailedCodeStrategy(registry: Registry, cookie: SessionCookie): DecidingStrategy {
  return new DecidingStrategy(async (request) =>
    decision(await signInWithCode(registry, originOf(request, cookie), request.body as CodeProof)),
  );
}

/** The token of a mailed link, in the body. Succeeds with a `SignedIn`; its challenge is a refusal. */
export function mailedLinkStrategy(registry: Registry, cookie: SessionCookie): DecidingStrategy {
  return new DecidingStrategy(async (request) =>
    decision(await signInWithLink(registry, originOf(request, cookie), request.body as LinkProof)),
  );
}

function decision(result: SignInResult): Decision {
  return result.ok ? { ok: true, user: result } : { ok: false, challenge: { ...result } };
}
