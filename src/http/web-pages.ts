import { type RequestHandler, type Response, Router, static as serveFiles } from 'express';
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/**
 * The built pages. Files under /assets carry their content's hash in their name and are kept for ever; every other path that
 * asks for a page gets the one HTML file, whose script reads the path.
 */
export function webPages(folder: string): Router {
  const router = Router();
  const assets = join(folder, 'assets');
  const forEver = { immutable: true, maxAge: '1y', fallthrough: false, setHeaders: nameEncoding };
  router.use('/assets', preferCompressed(assets), serveFiles(assets, forEver));
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

/** The build has compressed what gets smaller by it, beside the file itself. */
function preferCompressed(folder: string): RequestHandler {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    const compressed = `${request.path.slice(1)}.br`;
    if (names.has(compressed) && request.acceptsEncodings('br') === 'br') request.url = `/${compressed}`;
    next();
  };
}

function nameEncoding(response: Response, path: string): void {
  if (extname(path) !== '.br') return;
  response.set('Content-Encoding', 'br');
  response.type(extname(path.slice(0, -'.br'.length)));
}
