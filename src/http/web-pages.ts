import { Router, static as serveFiles } from 'express';
import { join } from 'node:path';

/**
 * The built pages. Files under /assets carry their content's hash in their name and are kept for ever; every other path that
 * asks for a page gets the one HTML file, whose script reads the path.
 */
export function webPages(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    serveFiles(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(serveFiles(folder, { index: false, maxAge: '1h' }));
  router.get('/{*path}', (request, response, next) => {
    if (!request.accepts('html')) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
  return router;
}
