import { Router } from 'express';
import { writeOpenapi } from './write-openapi.js';

const KEPT_SECONDS = 3_600;

/** `/openapi.json`: what is answered here over HTTP beside GraphQL. Open to pages of any site: documentation is read from elsewhere. */
export function openapiRoutes(): Router {
  const router = Router();
  const text = writeOpenapi();
  router.get('/openapi.json', (_request, response) => {
    response.set({
      'Cache-Control': `public, max-age=${KEPT_SECONDS}`,
      'Access-Control-Allow-Origin': '*',
    });
    response.type('application/json').send(text);
  });
  return router;
}
