import { Router } from 'express';
import type { Registry } from '../app/registry.js';

/** `/healthz`: this process answers. `/readyz`: its store does too. */
export function healthRoutes(registry: Registry): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    try {
      await registry.store.log.size();
      response.type('text/plain').send('ready\n');
    } catch {
      response.status(503).type('text/plain').send('The store does not answer.\n');
    }
  });
  return router;
}
