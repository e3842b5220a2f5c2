import type { Request, Response } from 'express';
import { recogniseSession } from '../app/accounts/recognise-session.js';
import type { SecondFactorNeeded } from '../app/accounts/second-factor/ask-second-factor.js';
import type { SignedIn } from '../app/accounts/start-session.js';
import type { Actor, SignedInActor } from '../app/actor.js';
import { API_SCOPES } from '../app/ports/accounts.js';
import type { Registry } from '../app/registry.js';
import { actorOf } from '../identity/identify.js';
import type { HalfCookie } from '../identity/half-cookie.js';
import type { SessionCookie } from '../identity/session-cookie.js';
import { unauthenticated } from './problems.js';

/** Who sent a request, and their session cookie. Whoever signs in within a request goes on as themselves. */
export class Caller {
  #actor: Actor;

  constructor(
    private readonly registry: Registry,
    private readonly cookies: { readonly session: SessionCookie; readonly half: HalfCookie },
    private readonly request: Request,
    private readonly response: Response,
  ) {
    this.#actor = actorOf(request);
  }

  get actor(): Actor {
    return this.#actor;
  }

  /** For fields that the policy opens to nobody else. */
  get signedIn(): SignedInActor {
    if (this.#actor.kind !== 'account') throw unauthenticated();
    return this.#actor;
  }

  /** Hands the browser the cookie of a session that has just begun. */
  async begin({ session }: SignedIn): Promise<void> {
    const found = await recogniseSession(this.registry, session.token);
    if (found === undefined) throw new Error('A session ended in the moment in which it began.');
    this.cookies.session.set(this.response, session);
    this.cookies.half.clear(this.response);
    const { address } = this.#actor;
    this.#actor = { kind: 'account', ...found, via: 'session', scopes: API_SCOPES, address };
  }

  /** The sign-in of this browser whose second factor is asked for. */
  get half(): string | undefined {
    return this.cookies.half.read(this.request);
  }

  /** Has the browser keep a sign-in of which the first half is done. Whoever sent the request stays who they were. */
  stopHalfway({ half }: SecondFactorNeeded): void {
    this.cookies.half.set(this.response, half);
  }

  /** Takes the cookie back from the browser. */
  end(): void {
    this.cookies.session.clear(this.response);
    this.#actor = { kind: 'anonymous', address: this.#actor.address };
  }
}
