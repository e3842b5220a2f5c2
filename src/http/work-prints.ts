import { type ErrorRequestHandler, raw, Router } from 'express';
import { MEDIA, type Medium } from '../app/ports/catalogue.js';
import type { Registry } from '../app/registry.js';
import { printGivenFile } from '../app/works/print-given-file.js';
import type { WrittenPrints } from '../app/works/written-prints.js';
import { addressOf } from '../identity/origin-of.js';

/** Two minutes of a recording as WAV, and far more of one as FLAC or MP3. Pictures and texts that are too large are refused by who decodes them. */
const MOST_BYTES = 50_000_000;

/**
 * `POST /works/prints?medium=image|text|audio` with a file as the body and `application/octet-stream` or an image type as its type:
 * the fingerprints that `registerWorks` takes, as JSON. No form of another page can send such a type without asking first. The file
 * is held in memory until the answer is sent, and nowhere else.
 */
export function workPrintRoutes(registry: Registry): Router {
  const router = Router();
  const types = ['application/octet-stream', 'image/*', 'audio/*'];
  const readFile = raw({ limit: MOST_BYTES, type: types });
  router.post('/works/prints', readFile, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const medium = readMedium(request.query['medium']);
    const bytes: unknown = request.body;
    if (medium === undefined || !Buffer.isBuffer(bytes) || bytes.length === 0) {
      response.status(medium === undefined ? 400 : 415).json({ error: HOW_TO_SEND });
      return;
    }
    const result = await printGivenFile(registry, { bytes, medium, address: addressOf(request) });
    if (result.ok) {
      response.json(spelled(result.prints));
      return;
    }
    if ('retryAfterSeconds' in result) response.set('Retry-After', String(result.retryAfterSeconds));
    response
      .status(result.code === 'TOO_MANY_ATTEMPTS' ? 429 : 422)
      .json({ error: { ...result, ok: undefined } });
  });
  router.use('/works/prints', answerTooLarge);
  return router;
}

const HOW_TO_SEND = {
  code: 'INVALID_INPUT',
  message: 'There is no file of a known medium in the request.',
  nextStep:
    'Send it as the body, with Content-Type: application/octet-stream, and medium=image, text or audio.',
};

const TOO_LARGE = {
  code: 'PICTURE_REFUSED',
  reason: 'too-large',
  message: 'The file is larger than 10,000,000 bytes, or 50,000,000 of a recording.',
  nextStep: 'Give a smaller one, or register it by its address.',
};

const answerTooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if ((error as { status?: unknown } | null)?.status === 413) response.status(413).json({ error: TOO_LARGE });
  else next(error);
};

function readMedium(value: unknown): Medium | undefined {
  return value === undefined ? 'image' : MEDIA.find((medium) => medium === value);
}

/** As GraphQL spells the words of its enums. */
function spelled(prints: WrittenPrints): unknown {
  return { ...prints, medium: prints.medium.toUpperCase() };
}
