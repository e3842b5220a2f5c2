import { type ErrorRequestHandler, raw, type Request, type RequestHandler, type Response } from 'express';
import type { SignedInActor } from '../app/actor.js';
import { actorOf } from '../identity/identify.js';

/** Reads the body of a request as a file of at most so many bytes, whatever somebody calls its type. */
export function readFile(mostBytes: number): RequestHandler {
  return raw({ limit: mostBytes, type: ['application/octet-stream', 'image/*', 'audio/*'] });
}

/** The file that was read, where there was one. */
export function fileIn(request: Request): Buffer | undefined {
  const bytes: unknown = request.body;
  return Buffer.isBuffer(bytes) && bytes.length > 0 ? bytes : undefined;
}

/** Whoever gives something private, which is not for programs. Answers nobody, and the request, when that is not somebody in a browser. */
export function whoGives(request: Request, response: Response): SignedInActor | undefined {
  response.set('Cache-Control', 'no-store');
  const actor = actorOf(request);
  if (actor.kind === 'account' && actor.via === 'session') return actor;
  response.status(401).json({
    error: {
      code: 'UNAUTHENTICATED',
      message: 'Nobody is signed in in this browser.',
      nextStep: 'Sign in, then send it again.',
    },
  });
  return undefined;
}

/** Says of a body that was too long to be read how long it may be. */
export function answerTooLarge(mostBytes: number): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if ((error as { status?: unknown } | null)?.status !== 413) next(error);
    else
      response.status(413).json({
        error: {
          code: 'INVALID_INPUT',
          message: `The file is larger than ${mostBytes} bytes.`,
          nextStep: 'Give a smaller one.',
        },
      });
  };
}
