import { type ErrorRequestHandler, raw } from 'express';
import type { Request, Response } from 'express';
import type { GivenPicture } from '../app/catalogue/likeness/read-given-picture.js';
import type { Refusal, RefusalCode } from '../app/refusal.js';
import { addressOf } from '../identity/origin-of.js';

/** A little more than is decoded, so that what is too large is told by who decodes. */
const MOST_BYTES = 10_000_001;

const MOST_MATCHES = 100;

const STATUS: Partial<Record<RefusalCode, number>> = { NOT_FOUND: 404, TOO_MANY_ATTEMPTS: 429 };

const HOW_TO_SEND = 'Send the file as the body, with Content-Type: application/octet-stream.';

/** What every search by a picture file takes: the file as the body, the rest in the address. */
export interface PictureRequest {
  readonly picture: GivenPicture;
  /** Slug of the one dataset to look in. */
  readonly dataset: string | undefined;
  readonly showsHidden: boolean;
  readonly first: number;
  readonly address: string;
}

/**
 * Reads a body of `application/octet-stream` or of an image type, which no form of another page can send without asking first. It is held in
 * memory until the answer is sent, and nowhere else.
 */
export const pictureBody = raw({ limit: MOST_BYTES, type: ['application/octet-stream', 'image/*'] });

/** @returns undefined where the request was refused */
export function readPictureRequest(request: Request, response: Response): PictureRequest | undefined {
  response.set('Cache-Control', 'no-store');
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    refuse(response, 415, 'There is no picture in the request.', HOW_TO_SEND);
    return undefined;
  }
  const first = readFirst(request.query['first']);
  if (first === undefined) {
    refuse(response, 400, `first is a number from 1 to ${MOST_MATCHES}.`, 'Leave it out.');
    return undefined;
  }
  const { dataset, hidden } = request.query;
  if (hidden !== undefined && hidden !== 'leave' && hidden !== 'show') {
    refuse(response, 400, 'hidden is leave or show.', 'Leave it out.');
    return undefined;
  }
  return {
    picture: { bytes },
    dataset: typeof dataset === 'string' ? dataset : undefined,
    showsHidden: hidden === 'show',
    first,
    address: addressOf(request),
  };
}

export function sendRefusal(response: Response, refusal: Refusal): void {
  if ('retryAfterSeconds' in refusal) response.set('Retry-After', String(refusal.retryAfterSeconds));
  response.status(STATUS[refusal.code] ?? 422).json({ error: { ...refusal, ok: undefined } });
}

/** As GraphQL spells the words of its enums. */
export function spelled(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

export const answerTooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if ((error as { status?: unknown } | null)?.status === 413) response.status(413).json({ error: TOO_LARGE });
  else next(error);
};

const TOO_LARGE = {
  code: 'PICTURE_REFUSED',
  reason: 'too-large',
  message: 'The file is larger than 10,000,000 bytes.',
  nextStep: 'Give a smaller one.',
};

function readFirst(value: unknown): number | undefined {
  if (value === undefined) return 24;
  const first = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return first >= 1 && first <= MOST_MATCHES ? first : undefined;
}

function refuse(response: Response, status: number, message: string, nextStep: string): void {
  response.status(status).json({ error: { code: 'INVALID_INPUT', message, nextStep } });
}
