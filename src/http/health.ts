import { Router } from 'express';
import { LogReadOnly } from '../app/log/log-status.js';
import type { Registry } from '../app/registry.js';

/** `/healthz`: this process answers. `/readyz`: its store does too, and what it answers is whole. */
export function healthRoutes(registry: Registry): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    try {
      await registry.store.log.size();
      registry.log.assertWhole();
      response.type('text/plain').send('ready\n');
    } catch (error) {
      const message = error instanceof LogReadOnly ? error.message : 'The store does not answer.';
      response.status(503).type('text/plain').send(`${message}\n`);
    }
  });
  return router;
}
