import type { Response } from 'express';

interface HttpProblem {
  readonly status: 401 | 403;
  /** Stable. */
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN';
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly nextStep: string;
}

/** Answers a request that no endpoint gets to see. */
export function sendProblem(response: Response, { status, code, message, nextStep }: HttpProblem): void {
  response.status(status).set('Cache-Control', 'no-store').json({ error: { code, message, nextStep } });
}
