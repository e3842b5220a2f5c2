import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Registry } from '../app/registry.js';
import { actorOf, identify } from '../identity/identify.js';
import { createSessionCookie } from '../identity/session-cookie.js';

/**
 * `GET /exports/my-data.ndjson`: everything that is held about whoever is signed in, a line of JSON for each row. A key will not do:
 * what programs may read of an account is in the API.
 */
export function personalDataRoute(registry: Registry): Router {
  const router = Router();
  const cookie = createSessionCookie(registry.settings.publicUrl);
  router.get('/exports/my-data.ndjson', identify(registry, cookie), async (request, response) => {
    const actor = actorOf(request);
    response.set('Cache-Control', 'no-store');
    if (actor.kind !== 'account' || actor.via !== 'session') {
      response
        .status(401)
        .type('text/plain')
        .send('Sign in first, in the browser: this is about you alone.\n');
      return;
    }
    response.set({
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.ndjson"',
    });
    await pipeline(Readable.from(registry.store.personalData.lines(actor.account)), response);
  });
  return router;
}
