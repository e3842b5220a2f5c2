import { Router } from 'express';
import { keepFile, MOST_BYTES } from '../app/claims/files/keep-file.js';
import { viewFile } from '../app/claims/files/view-files.js';
import { KEPT_FILE_KINDS } from '../app/ports/kept-files.js';
import type { Registry } from '../app/registry.js';
import { actorOf, identify } from '../identity/identify.js';
import type { SessionCookie } from '../identity/session-cookie.js';
import { answerTooLarge, fileIn, readFile, whoGives } from './given-file.js';

/**
 * `POST /claims/ID/files?kind=original|screenshot` with the file as the body keeps it with a claim of one's own; `GET /claims/files/ID` hands it to
 * its claimant, and to moderators who have the claim before them. Sessions alone: what is private is not for programs.
 */
export function keptFileRoutes(registry: Registry, cookie: SessionCookie): Router {
  const router = Router();
  const read = readFile(MOST_BYTES.original);
  router.post('/claims/:id/files', identify(registry, cookie), read, async (request, response) => {
    const actor = whoGives(request, response);
    if (actor === undefined) return;
    const kind = KEPT_FILE_KINDS.find((each) => each === request.query['kind']);
    const bytes = fileIn(request);
    if (kind === undefined || bytes === undefined) {
      response.status(kind === undefined ? 400 : 415).json({ error: HOW_TO_SEND });
      return;
    }
    const result = await keepFile(registry, actor, { claimId: String(request.params['id']), kind, bytes });
    if (result.ok) response.status(201).json({ id: result.file.id });
    else
      response.status(result.code === 'NOT_FOUND' ? 404 : 422).json({ error: { ...result, ok: undefined } });
  });
  router.get('/claims/files/:id', identify(registry, cookie), async (request, response) => {
    response.set('Cache-Control', 'private, no-store');
    const actor = actorOf(request);
    const id = String(request.params['id']);
    const found =
      actor.kind === 'account' && actor.via === 'session' ? await viewFile(registry, actor, id) : undefined;
    if (found === undefined) {
      response.status(404).type('text/plain').send('There is no such file for you.\n');
      return;
    }
    const { kind, contentType } = found.file;
    response.set({
      'Content-Type': contentType,
      'Content-Disposition': kind === 'screenshot' ? 'inline' : `attachment; filename="original"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
    response.send(Buffer.from(found.content));
  });
  router.use('/claims', answerTooLarge(MOST_BYTES.original));
  return router;
}

const HOW_TO_SEND = {
  code: 'INVALID_INPUT',
  message: 'There is no file of a known kind in the request.',
  nextStep:
    'Send it as the body, with Content-Type: application/octet-stream, and kind=original or screenshot.',
};
