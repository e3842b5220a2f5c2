import express, { type RequestHandler, type Response, Router } from 'express';
import { answerKnn } from '../app/clip-retrieval/answer-knn.js';
import { describeRows } from '../app/clip-retrieval/describe-rows.js';
import { KnnRefused, readKnnRequest } from '../app/clip-retrieval/knn-request.js';
import { searchedIndexes } from '../app/clip-retrieval/searched-index.js';
import { SearchTooLong } from '../app/ports/search-too-long.js';
import type { Registry } from '../app/registry.js';
import { limitRequests, type SendRefusal } from './limit-requests.js';

/** A picture of ten megabytes in base64, and the rest of the request. */
const MOST_WITH_PICTURE = '14mb';
const MOST_WITH_IDS = '256kb';

/** Searches under way at once: each may hold a picture, and asks the one model. */
const MOST_AT_ONCE = 8;

const refuse: SendRefusal = (response, message) => {
  response.json({ error: message });
};

/**
 * `/indices-list`, `/knn-service` and `/metadata` as the back end of clip-retrieval answers them, for its Python client and its
 * web front end. Open to pages of any site, which send no cookie; nothing here changes anything.
 */
export function clipRetrievalRoutes(registry: Registry, requestsPerMinute: number): Router {
  const router = Router();
  const paths = ['/indices-list', '/knn-service', '/metadata'];
  // Its clients send JSON without saying that it is JSON.
  const readBody = (limit: string) => express.json({ limit, type: () => true, strict: false });
  router.use(paths, openToAll, limitRequests(requestsPerMinute, refuse));
  router.get('/indices-list', async (_request, response) => {
    const indexes = await searchedIndexes(registry);
    response.json(indexes.map(({ dataset }) => dataset.slug));
  });
  router.post(
    '/knn-service',
    oneOfFew(MOST_AT_ONCE),
    readBody(MOST_WITH_PICTURE),
    answering(async (body) => answerKnn(registry, readKnnRequest(body))),
  );
  router.post(
    '/metadata',
    readBody(MOST_WITH_IDS),
    answering((body) => describeRows(registry, body)),
  );
  return router;
}

const openToAll: RequestHandler = (request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' });
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Content-Type',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
};

/** Lets so many requests in, and asks others to come again. */
function oneOfFew(most: number): RequestHandler {
  let underWay = 0;
  return (_request, response, next) => {
    if (underWay >= most) {
      response.set('Retry-After', '2').status(503);
      refuse(response, 'Too many searches are under way. Try again in a few seconds.');
      return;
    }
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    next();
  };
}

function answering(answer: (body: unknown) => Promise<unknown>): RequestHandler {
  return async (request, response: Response) => {
    try {
      response.json(await answer(request.body));
    } catch (error) {
      if (error instanceof KnnRefused) {
        response.status(error.status);
        refuse(response, error.message);
      } else if (error instanceof SearchTooLong) {
        response.status(503).set('Retry-After', '60');
        refuse(response, `${error.message} ${error.nextStep}`);
      } else throw error;
    }
  };
}
