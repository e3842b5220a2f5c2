import type { Response } from 'express';
import { AsOfNotReached } from '../../app/consent/resolve-as-of.js';
import { LogReadOnly } from '../../app/log/log-status.js';

/** Why a check is not carried out. Whoever asked has no answer, which is never permission. */
export class CheckProblem extends Error {
  override readonly name = 'CheckProblem';

  constructor(
    readonly status: number,
    /** Stable. */
    readonly code: string,
    message: string,
    readonly nextStep: string,
    /** When to come again, in seconds. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  get error(): { readonly code: string; readonly message: string; readonly nextStep: string } {
    return { code: this.code, message: this.message, nextStep: this.nextStep };
  }
}

/** The quota is used up; there is more in so many milliseconds. */
export function tooManyChecks(wait: number): CheckProblem {
  const seconds = Math.ceil(wait / 1_000);
  return new CheckProblem(
    429,
    'TOO_MANY_REQUESTS',
    `Too many addresses were asked about in this minute. Try again in ${seconds} seconds.`,
    'A key from your account page raises the quota.',
    seconds,
  );
}

/** The problem that an error of the registry is to whoever checks; undefined for a fault of ours. */
export function checkProblemOf(error: unknown): CheckProblem | undefined {
  if (error instanceof CheckProblem) return error;
  if (error instanceof AsOfNotReached) {
    return new CheckProblem(400, 'BAD_REQUEST', error.message, error.nextStep);
  }
  if (error instanceof LogReadOnly) {
    return new CheckProblem(
      503,
      'LOG_READ_ONLY',
      'The registry cannot vouch for its answers just now, and gives none.',
      'Treat everything as denied, and ask again later.',
      60,
    );
  }
  return undefined;
}

export function sendCheckProblem(response: Response, problem: CheckProblem): void {
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter));
  response.status(problem.status).set('Cache-Control', 'no-store').json({ error: problem.error });
}
