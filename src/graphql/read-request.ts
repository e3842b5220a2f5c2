import { json } from 'express';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { MAX_BODY, MAX_DOCUMENT } from './limits.js';

/** A query in an address ends up in logs and histories, and a mutation there can be triggered by a picture. */
export const onlyPost: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') {
    next();
    return;
  }
  response.set('Allow', 'POST');
  send(response, 405, 'BAD_REQUEST', 'Only POST is answered here.', 'Send the query as JSON in the body.');
};

/** JSON only: a form of another page can send everything else without asking first. */
export const readBody: RequestHandler = json({ limit: MAX_BODY, type: 'application/json' });

export const refuseLongDocument: RequestHandler = (request, response, next) => {
  const body: unknown = request.body;
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  if (typeof query !== 'string' || query.length <= MAX_DOCUMENT) {
    next();
    return;
  }
  send(
    response,
    413,
    'BAD_REQUEST',
    `The query is longer than ${MAX_DOCUMENT} characters.`,
    'Pass long inputs as variables.',
  );
};

/** A body that is too large, cut short, or no JSON. */
export const answerUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const { status } = (typeof error === 'object' && error !== null ? error : {}) as { status?: unknown };
  if (typeof status !== 'number' || status < 400 || status >= 500 || response.headersSent) {
    next(error);
  } else if (status === 413) {
    send(response, status, 'BAD_REQUEST', `A request has at most ${MAX_BODY}.`, 'Ask in several requests.');
  } else {
    send(response, status, 'BAD_REQUEST', 'The request could not be read.', 'Send valid JSON as UTF-8.');
  }
};

/** In the form of a GraphQL error, which is what callers of this address read. */
function send(response: Response, status: number, code: string, message: string, nextStep: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code, nextStep } }] });
}
