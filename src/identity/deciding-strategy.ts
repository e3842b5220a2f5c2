import type { Request } from 'express';
import passport from 'passport';
import type { StrategyFailure } from 'passport';

export type Decision =
  { readonly ok: true; readonly user: object } | { readonly ok: false; readonly challenge: StrategyFailure };

/** A passport strategy that comes down to one question put to the request. */
export class DecidingStrategy extends passport.Strategy {
  constructor(readonly decide: (request: Request) => Promise<Decision>) {
    super();
  }

  override authenticate(request: Request): void {
    this.decide(request).then(
      (outcome) => {
        if (outcome.ok) this.success(outcome.user);
        else this.fail(outcome.challenge, 401);
      },
      (error: unknown) => {
        this.error(error);
      },
    );
  }
}
