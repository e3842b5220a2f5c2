import { types } from 'node:util';
import { THUMBNAIL_EDGES } from '../app/ports/pictures.js';
import type { Thumbnail, Thumbnailer } from '../app/ports/pictures.js';
import { DecoderProcess } from './decoder-process.js';
import { isAccepted, pictureFormat } from './picture-format.js';
import type { AcceptedFormat } from './picture-format.js';
import { PictureRefused } from './picture-refused.js';

export interface ThumbnailerOptions {
  /** For decoding one picture, waiting for its turn not counted. Default 5,000. */
  readonly timeLimitMs?: number;
}

/** A thumbnailer that holds a process. */
export interface ProcessThumbnailer extends Thumbnailer {
  /**
   * Decodes the first frame of a JPEG, PNG, WebP, GIF or AVIF of at most 10,000,000 bytes, turns it upright and fits
   * it into `edge` × `edge` (one of THUMBNAIL_EDGES), never larger than it was: a WebP without any metadata.
   * Throws PictureRefused, DecoderUnavailable, RangeError for another edge.
   */
  render(bytes: Uint8Array, edge: number): Promise<Thumbnail>;
  /** Ends the decoder; pictures under way or waiting are refused. */
  close(): Promise<void>;
}

const MAX_BYTES = 10_000_000;

/** Each holds its bytes in memory until its turn. */
const MAX_WAITING = 32;

/** Pictures are decoded one after the other, in a process that is ended when one takes too long. */
export function createThumbnailer(options: ThumbnailerOptions = {}): ProcessThumbnailer {
  const decoder = new DecoderProcess(options.timeLimitMs ?? 5_000);
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async render(bytes, edge) {
      if (!(THUMBNAIL_EDGES as readonly number[]).includes(edge)) {
        throw new RangeError(`A thumbnail has an edge of ${THUMBNAIL_EDGES.join(', ')} pixels, not ${edge}.`);
      }
      const format = acceptedFormat(bytes);
      if (waiting >= MAX_WAITING) {
        throw new PictureRefused(
          'busy',
          'Too many pictures are waiting to be decoded. Try again in a minute.',
        );
      }
      waiting += 1;
      const answer = turn.then(() => decoder.decode({ bytes, format, edge }));
      turn = answer.catch(() => undefined);
      try {
        return thumbnailFrom(await answer, edge);
      } finally {
        waiting -= 1;
      }
    },
    close: () => decoder.close(),
  };
}

function acceptedFormat(bytes: Uint8Array): AcceptedFormat {
  if (bytes.byteLength > MAX_BYTES) {
    throw new PictureRefused('too-large', `The file is larger than ${MAX_BYTES} bytes. Give a smaller one.`);
  }
  const format = pictureFormat(bytes);
  if (format === null) {
    throw new PictureRefused(
      'not-a-picture',
      'This file is not a picture. Give a JPEG, PNG, WebP, GIF or AVIF.',
    );
  }
  if (!isAccepted(format)) {
    throw new PictureRefused(
      'format-unsupported',
      `${format.toUpperCase()} is not shown. Give the picture as JPEG, PNG, WebP, GIF or AVIF.`,
    );
  }
  return format;
}

/** The process has touched a stranger's bytes, so what it says is checked like any other input. */
function thumbnailFrom(answer: unknown, edge: number): Thumbnail {
  const { bytes, width, height, refused } = answer as Readonly<Record<string, unknown>>;
  if (refused === 'too-many-pixels') {
    throw new PictureRefused(
      'too-many-pixels',
      'The picture has more than 40 million pixels (20 million at 16 bits or in CMYK, 10 million as AVIF). Give a smaller one.',
    );
  }
  const sound =
    types.isUint8Array(bytes) &&
    pictureFormat(bytes) === 'webp' &&
    isEdge(width, edge) &&
    isEdge(height, edge);
  if (!sound) {
    throw new PictureRefused(
      'damaged',
      'The picture is damaged or cut short. Save it anew from a picture editor.',
    );
  }
  return { bytes: new Uint8Array(bytes), width, height, contentType: 'image/webp' };
}

function isEdge(value: unknown, edge: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= edge;
}
