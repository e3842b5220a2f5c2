import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { SearchTooLong } from '../app/ports/search-too-long.js';

/** The last stop of a request nobody answered. */
export const answerNotFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: { code: 'NOT_FOUND', message: 'There is nothing at this address.' } });
};

/** Tells the client no more than the kind of failure; the rest goes to the server's own log. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof SearchTooLong) {
      const { message, nextStep } = error;
      response.status(503).set('Retry-After', '60');
      response.json({ error: { code: 'SEARCH_TOO_LONG', message, nextStep } });
      return;
    }
    const status = statusOf(error);
    if (status < 500) {
      response.status(status).json({ error: { code: 'BAD_REQUEST', message: describe(status) } });
      return;
    }
    logger.error({ err: error }, 'a request failed');
    response.status(500).json({
      error: {
        code: 'INTERNAL',
        message: 'Something went wrong on our side. Nothing was decided. Try again.',
      },
    });
  };
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function describe(status: number): string {
  if (status === 413) return 'The request is too large. Send fewer items at a time.';
  if (status === 404) return 'There is nothing at this address.';
  return 'The request could not be read.';
}
