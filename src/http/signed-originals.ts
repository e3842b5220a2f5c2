import { Router } from 'express';
import { readSignedOriginal } from '../app/claims/originals/read-signed-original.js';
import type { Registry } from '../app/registry.js';
import { identify } from '../identity/identify.js';
import type { SessionCookie } from '../identity/session-cookie.js';
import { answerTooLarge, fileIn, readFile, whoGives } from './given-file.js';

const MOST_BYTES = 20_000_000;

const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, TOO_MANY_ATTEMPTS: 429 };

/**
 * `POST /claims/ID/originals` with a signed file as the body keeps with a claim of one's own what the file says of itself, and not the file.
 * Sessions alone: what is private is not for programs.
 */
export function signedOriginalRoutes(registry: Registry, cookie: SessionCookie): Router {
  const router = Router();
  const read = readFile(MOST_BYTES);
  router.post('/claims/:id/originals', identify(registry, cookie), read, async (request, response) => {
    const actor = whoGives(request, response);
    if (actor === undefined) return;
    const bytes = fileIn(request);
    if (bytes === undefined) {
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
  router.use('/claims/:id/originals', answerTooLarge(MOST_BYTES));
  return router;
}

const HOW_TO_SEND = {
  code: 'INVALID_INPUT',
  message: 'There is no file in the request.',
  nextStep: 'Send it as the body, with Content-Type: application/octet-stream.',
};
