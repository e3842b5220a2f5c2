import { type ErrorRequestHandler, raw, Router } from 'express';
import type { Response } from 'express';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import type { PictureMatch } from '../app/catalogue/likeness/match-picture.js';
import { type PictureSearchAnswer, searchByPicture } from '../app/catalogue/likeness/search-by-picture.js';
import type { RefusalCode } from '../app/refusal.js';
import type { Registry } from '../app/registry.js';
import { addressOf } from '../identity/origin-of.js';

/** A little more than is decoded, so that what is too large is told by who decodes. */
const MOST_BYTES = 10_000_001;

const MOST_MATCHES = 100;

const STATUS: Partial<Record<RefusalCode, number>> = { NOT_FOUND: 404, TOO_MANY_ATTEMPTS: 429 };

/**
 * `POST /search/picture?dataset=<slug>&first=<number>&hidden=show` with a picture file as the body and `application/octet-stream` or an
 * image type as its type: what `searchByPicture` answers, as JSON with the same words. No form of another page can send such a
 * type without asking first. The picture is held in memory until the answer is sent, and nowhere else.
 */
export function pictureSearchRoutes(registry: Registry): Router {
  const router = Router();
  const readPicture = raw({ limit: MOST_BYTES, type: ['application/octet-stream', 'image/*'] });
  router.post('/search/picture', readPicture, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      refuse(response, 415, 'INVALID_INPUT', 'There is no picture in the request.', HOW_TO_SEND);
      return;
    }
    const first = readFirst(request.query['first']);
    if (first === undefined) {
      refuse(response, 400, 'INVALID_INPUT', `first is a number from 1 to ${MOST_MATCHES}.`, 'Leave it out.');
      return;
    }
    const { dataset, hidden } = request.query;
    if (hidden !== undefined && hidden !== 'leave' && hidden !== 'show') {
      refuse(response, 400, 'INVALID_INPUT', 'hidden is leave or show.', 'Leave it out.');
      return;
    }
    const result = await searchByPicture(registry, {
      picture: { bytes },
      dataset: typeof dataset === 'string' ? dataset : undefined,
      showsHidden: hidden === 'show',
      first,
      address: addressOf(request),
    });
    if (result.ok) {
      response.json(answerOf(result));
      return;
    }
    if ('retryAfterSeconds' in result) response.set('Retry-After', String(result.retryAfterSeconds));
    response.status(STATUS[result.code] ?? 422).json({ error: { ...result, ok: undefined } });
  });
  router.use('/search/picture', answerTooLarge);
  return router;
}

const HOW_TO_SEND = 'Send the file as the body, with Content-Type: application/octet-stream.';

function readFirst(value: unknown): number | undefined {
  if (value === undefined) return 24;
  const first = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return first >= 1 && first <= MOST_MATCHES ? first : undefined;
}

function answerOf({
  picture,
  matches,
  matchesHidden,
  searched,
  rowsFingerprinted,
}: PictureSearchAnswer): unknown {
  return {
    picture: {
      sha256: picture.sha256,
      ...picture.from,
      pdq: bytesToHex(picture.whole.hash),
      quality: picture.whole.quality,
      isPlain: picture.isPlain,
    },
    matches: matches.map(matchOf),
    matchesHidden,
    searched: {
      datasets: searched.datasets.map(({ slug }) => slug),
      rowsHeld: searched.rowsHeld.toString(),
      rowsFingerprinted: rowsFingerprinted.toString(),
    },
  };
}

function matchOf({ entry, dataset, kind, distance, orientation, regions }: PictureMatch): unknown {
  return {
    entry: formatEntryId(dataset.slug, entry.rowId),
    likeness: spelled(kind),
    distance: distance ?? null,
    orientation: orientation === undefined ? null : spelled(orientation),
    partsCompared: regions?.compared ?? null,
    partsAlike: regions?.agreeing ?? null,
  };
}

/** As GraphQL spells the words of its enums. */
function spelled(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

const TOO_LARGE = {
  code: 'PICTURE_REFUSED',
  reason: 'too-large',
  message: 'The file is larger than 10,000,000 bytes.',
  nextStep: 'Give a smaller one.',
};

const answerTooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if ((error as { status?: unknown } | null)?.status === 413) response.status(413).json({ error: TOO_LARGE });
  else next(error);
};

function refuse(
  response: Response,
  status: number,
  code: RefusalCode,
  message: string,
  nextStep: string,
): void {
  response.status(status).json({ error: { code, message, nextStep } });
}
