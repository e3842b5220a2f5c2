import type { Request, Response } from 'express';
import type { Strategy } from 'passport';
import { wrongPassword } from '../app/accounts/refusals.js';
import type { SignInResult } from '../app/accounts/sign-in-result.js';
import type { SignedIn } from '../app/accounts/start-session.js';
import type { Registry } from '../app/registry.js';
import { authenticateBy, presenting } from './authenticate-by.js';
import { mailedCodeStrategy, mailedLinkStrategy } from './mailed-secret-strategies.js';
import type { CodeProof, LinkProof } from './mailed-secret-strategies.js';
import { passwordStrategy } from './password-strategy.js';
import type { SessionCookie } from './session-cookie.js';

type Entrance<Proof extends object> = (
  request: Request,
  response: Response,
  proof: Proof,
) => Promise<SignInResult>;

/** The ways in from a browser. Each runs its passport strategy and, where that succeeds, sets the session cookie. */
export interface SignInGate {
  readonly withPassword: Entrance<{ readonly email: string; readonly password: string }>;
  readonly withCode: Entrance<CodeProof>;
  readonly withLink: Entrance<LinkProof>;
}

export function createSignInGate(registry: Registry, cookie: SessionCookie): SignInGate {
  return {
    withPassword: entrance(passwordStrategy(registry, cookie), cookie),
    withCode: entrance(mailedCodeStrategy(registry, cookie), cookie),
    withLink: entrance(mailedLinkStrategy(registry, cookie), cookie),
  };
}

function entrance<Proof extends object>(strategy: Strategy, cookie: SessionCookie): Entrance<Proof> {
  const authenticate = authenticateBy<SignedIn>(strategy);
  return async (request, response, proof) => {
    const outcome = await authenticate(presenting(request, proof), response);
    if (!outcome.ok) return isRefusal(outcome.challenge) ? outcome.challenge : wrongPassword();
    cookie.set(response, outcome.user.session);
    return outcome.user;
  };
}

/** The password strategy turns away an empty field by itself, with a challenge of its own making. */
function isRefusal(challenge: unknown): challenge is Exclude<SignInResult, SignedIn> {
  return typeof challenge === 'object' && challenge !== null && 'nextStep' in challenge;
}
