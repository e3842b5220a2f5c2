import type { Request, Response } from 'express';
import { recogniseSession } from '../app/accounts/recognise-session.js';
import type { SignedIn } from '../app/accounts/start-session.js';
import type { Actor, SignedInActor } from '../app/actor.js';
import { API_SCOPES } from '../app/ports/accounts.js';
import type { Registry } from '../app/registry.js';
import { actorOf } from '../identity/identify.js';
import type { SessionCookie } from '../identity/session-cookie.js';
import { unauthenticated } from './problems.js';

/** Who sent a request, and their session cookie. Whoever signs in within a request goes on as themselves. */
export class Caller {
  #actor: Actor;

  constructor(
    private readonly registry: Registry,
    private readonly cookie: SessionCookie,
    request: Request,
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
    this.cookie.set(this.response, session);
    const { address } = this.#actor;
    this.#actor = { kind: 'account', ...found, via: 'session', scopes: API_SCOPES, address };
  }

  /** Takes the cookie back from the browser. */
  end(): void {
    this.cookie.clear(this.response);
    this.#actor = { kind: 'anonymous', address: this.#actor.address };
  }
}
