import { types } from 'node:util';
import { THUMBNAIL_EDGES } from '../app/ports/pictures.js';
import type { Thumbnail, Thumbnailer } from '../app/ports/pictures.js';
import { damaged, type DecodingOptions, DecodingQueue } from './decoding-queue.js';
import { pictureFormat } from './picture-format.js';

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

export function createThumbnailer(options: DecodingOptions = {}): ProcessThumbnailer {
  const queue = new DecodingQueue(options);
  return {
    async render(bytes, edge) {
      if (!(THUMBNAIL_EDGES as readonly number[]).includes(edge)) {
        throw new RangeError(`A thumbnail has an edge of ${THUMBNAIL_EDGES.join(', ')} pixels, not ${edge}.`);
      }
      const { bytes: made, width, height } = await queue.decode('thumbnail', bytes, edge);
      if (!types.isUint8Array(made) || pictureFormat(made) !== 'webp') throw damaged();
      return {
        bytes: new Uint8Array(made),
        width: Number(width),
        height: Number(height),
        contentType: 'image/webp',
      };
    },
    close: () => queue.close(),
  };
}
