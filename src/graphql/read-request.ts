import { text } from 'express';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { parseStrictJson } from '../core/json/parse-strict-json.js';
import { MAX_BODY, MAX_DOCUMENT } from './limits.js';

const SEND_JSON = 'Send one JSON object as UTF-8, with each name once.';

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
const readText: RequestHandler = text({ limit: MAX_BODY, type: 'application/json' });

/**
 * Of two members with one name each reader may take another, and only one of them is what the sender meant. Half a
 * surrogate pair is kept: rows of real datasets hold some, and each is answered for.
 */
const parseBody: RequestHandler = (request, response, next) => {
  const body: unknown = request.body;
  const read = typeof body === 'string' ? parseStrictJson(body, 'keep') : undefined;
  if (read?.ok === false) {
    const { path, message } = read.problem;
    send(
      response,
      400,
      'BAD_REQUEST',
      `The request is no JSON that can be relied on. ${message}`,
      SEND_JSON,
      path,
    );
    return;
  }
  if (read !== undefined) request.body = read.value;
  next();
};

export const readBody: readonly RequestHandler[] = [readText, parseBody];

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
    send(response, status, 'BAD_REQUEST', 'The request could not be read.', SEND_JSON);
  }
};

/**
 * In the form of a GraphQL error, which is what callers of this address read.
 * @param pointer JSON Pointer of the member of the body that is meant
 */
function send(
  response: Response,
  status: number,
  code: string,
  message: string,
  nextStep: string,
  pointer = '',
): void {
  const field = pointer === '' ? {} : { field: pointer.slice(1).replaceAll('/', '.') };
  response.status(status).json({ errors: [{ message, extensions: { code, nextStep, ...field } }] });
}
