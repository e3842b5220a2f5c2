import { type ErrorRequestHandler, raw, Router } from 'express';
import { readSignedOriginal } from '../app/claims/originals/read-signed-original.js';
import type { Registry } from '../app/registry.js';
import { actorOf, identify } from '../identity/identify.js';
import type { SessionCookie } from '../identity/session-cookie.js';

const MOST_BYTES = 20_000_000;

const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, TOO_MANY_ATTEMPTS: 429 };

/**
 * `POST /claims/ID/originals` with a signed file as the body keeps with a claim of one's own what the file says of itself, and not the file.
 * Sessions alone: what is private is not for programs.
 */
export function signedOriginalRoutes(registry: Registry, cookie: SessionCookie): Router {
  const router = Router();
  const types = ['application/octet-stream', 'image/*', 'audio/*'];
  const readFile = raw({ limit: MOST_BYTES, type: types });
  router.post('/claims/:id/originals', identify(registry, cookie), readFile, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const actor = actorOf(request);
    if (actor.kind !== 'account' || actor.via !== 'session') {
      response.status(401).json({ error: SIGN_IN });
      return;
    }
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      response.status(415).json({ error: HOW_TO_SEND });
      return;
    }
    const result = await readSignedOriginal(registry, actor, {
      claimId: String(request.params['id']),
      bytes,
    });
    if (result.ok) {
      response.status(201).json({ id: result.id });
      return;
    }
    if ('retryAfterSeconds' in result) response.set('Retry-After', String(result.retryAfterSeconds));
    response.status(STATUS[result.code] ?? 422).json({ error: { ...result, ok: undefined } });
  });
  router.use('/claims/:id/originals', answerTooLarge);
  return router;
}

const SIGN_IN = {
  code: 'UNAUTHENTICATED',
  message: 'Nobody is signed in in this browser.',
  nextStep: 'Sign in, then send it again.',
};

const HOW_TO_SEND = {
  code: 'INVALID_INPUT',
  message: 'There is no file in the request.',
  nextStep: 'Send it as the body, with Content-Type: application/octet-stream.',
};

const TOO_LARGE = {
  code: 'INVALID_INPUT',
  message: `The file is larger than ${MOST_BYTES} bytes.`,
  nextStep: 'Give a smaller one.',
};

const answerTooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if ((error as { status?: unknown } | null)?.status === 413) response.status(413).json({ error: TOO_LARGE });
  else next(error);
};
