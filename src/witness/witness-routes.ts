import express, { type ErrorRequestHandler, Router } from 'express';
import { type WitnessResponse, formatAddCheckpointAnswer } from '../core/tlog/add-checkpoint-answer.js';
import type { Witness } from './witness.js';

/** A checkpoint with 64 cosignatures of the longest kind, and a proof, are shorter. In bytes. */
const MAX_BODY = 262_144;

/**
 * `POST add-checkpoint` and, for monitors, `GET <hash of the origin>/checkpoint`, after c2sp.org/tlog-witness. Mounted
 * under the witness's prefix.
 */
export function witnessRoutes(witness: Witness, tell: (line: string) => void): Router {
  const router = Router();
  const readBody = express.raw({ type: () => true, limit: MAX_BODY, inflate: false });
  router.post('/add-checkpoint', readBody, async (request, response) => {
    const body: unknown = request.body;
    const bytes = body instanceof Uint8Array ? body : new Uint8Array();
    send(response, formatAddCheckpointAnswer(await witness.addCheckpoint(bytes)));
  });
  router.all('/add-checkpoint', (_request, response) => {
    response.setHeader('Allow', 'POST');
    send(response, plain(405, 'Send a POST.'));
  });
  router.get('/:hash/checkpoint', async (request, response) => {
    const note = await witness.lastCheckpoint(request.params.hash);
    response.setHeader('Cache-Control', 'no-cache');
    send(
      response,
      note === undefined
        ? plain(404, 'Of such a log nothing was cosigned here.')
        : { status: 200, contentType: PLAIN_TEXT, body: note },
    );
  });
  router.use((_request, response) => {
    send(response, plain(404, 'This is a witness of transparency logs (c2sp.org/tlog-witness).'));
  });
  router.use(answerFailure(tell));
  return router;
}

const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** What the sender cannot mend is told to whoever runs the witness, and to the sender only that it happened. */
function answerFailure(tell: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = (error as { status?: unknown } | null)?.status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      send(response, plain(status, `A request has at most ${MAX_BODY} bytes, sent plain.`));
      return;
    }
    tell(
      `A request failed, and nothing was cosigned: ${error instanceof Error ? error.message : String(error)}`,
    );
    send(response, plain(500, 'The witness has failed. Nothing was cosigned; try again later.'));
  };
}

function plain(status: number, line: string): WitnessResponse {
  return { status, contentType: PLAIN_TEXT, body: new TextEncoder().encode(`${line}\n`) };
}

/** Express itself would add a charset to every textual type, and witnesses are told apart from others by theirs. */
function send(response: express.Response, { status, contentType, body }: WitnessResponse): void {
  response.statusCode = status;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', body.length);
  response.end(Buffer.from(body));
}
