import type { Request, Response } from 'express';
import type { Origin } from '../app/accounts/origin.js';
import type { SignInResult } from '../app/accounts/sign-in-result.js';
import type { Registry } from '../app/registry.js';
import type { ChecksQuota } from '../identity/checks-quota.js';
import type { CodeProof, LinkProof } from '../identity/mailed-secret-strategies.js';
import type { HalfCookie } from '../identity/half-cookie.js';
import { originOf } from '../identity/origin-of.js';
import type { SessionCookie } from '../identity/session-cookie.js';
import type { SignInGate } from '../identity/sign-in-gate.js';
import { Caller } from './caller.js';
import { createLoaders } from './loaders.js';
import type { Loaders } from './loaders.js';

/** What resolvers of one request share. */
export interface GraphqlContext {
  readonly registry: Registry;
  /** Names the request in the log and in errors nobody outside is told more about. */
  readonly requestId: string;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly signIn: {
    withPassword(proof: { readonly email: string; readonly password: string }): Promise<SignInResult>;
    withCode(proof: CodeProof): Promise<SignInResult>;
    withLink(proof: LinkProof): Promise<SignInResult>;
  };
  readonly loaders: Loaders;
  readonly checks: ChecksQuota;
}

export function createContext(
  registry: Registry,
  {
    cookie,
    half,
    gate,
    checks,
  }: {
    readonly cookie: SessionCookie;
    readonly half: HalfCookie;
    readonly gate: SignInGate;
    readonly checks: ChecksQuota;
  },
  request: Request,
  response: Response,
): GraphqlContext {
  return {
    registry,
    requestId: registry.random.uuid(),
    caller: new Caller(registry, { session: cookie, half }, request, response),
    origin: originOf(request, cookie),
    signIn: {
      withPassword: (proof) => gate.withPassword(request, response, proof),
      withCode: (proof) => gate.withCode(request, response, proof),
      withLink: (proof) => gate.withLink(request, response, proof),
    },
    loaders: createLoaders(registry),
    checks,
  };
}
