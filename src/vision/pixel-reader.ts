import { createHash } from 'node:crypto';
import { types } from 'node:util';
import { type PixelReader, READ_EDGE, type Redrawer } from '../app/ports/pictures.js';
import { damaged, type DecodingOptions, DecodingQueue } from './decoding-queue.js';
import { pictureFormat } from './picture-format.js';

/** No picture of an accepted number of pixels is longer than this, in one row of them. */
const MOST_EDGE = 40_000_000;

/** A reader that holds a process. */
export interface ProcessPixelReader extends PixelReader, Redrawer {
  /** Ends the decoder; pictures under way or waiting are refused. */
  close(): Promise<void>;
}

/** Transparent parts come out white, as most pages show them; of an animation the first frame is read. */
export function createPixelReader(options: DecodingOptions = {}): ProcessPixelReader {
  const queue = new DecodingQueue(options);
  return {
    async read(bytes) {
      const { bytes: rgb, width, height, from } = await queue.decode('pixels', bytes, READ_EDGE);
      const pixels = Number(width) * Number(height);
      if (!types.isUint8Array(rgb) || rgb.length !== 3 * pixels || !isSize(from)) throw damaged();
      return {
        rgb: new Uint8Array(rgb),
        width: Number(width),
        height: Number(height),
        from: { width: from.width, height: from.height },
        sha256: createHash('sha256').update(bytes).digest('hex'),
        md5: createHash('md5').update(bytes).digest('hex'),
      };
    },
    async redraw(bytes) {
      const { bytes: made } = await queue.decode('picture', bytes, MOST_EDGE);
      if (!types.isUint8Array(made) || pictureFormat(made) !== pictureFormat(bytes)) throw damaged();
      return new Uint8Array(made);
    },
    close: () => queue.close(),
  };
}

function isSize(value: unknown): value is { width: number; height: number } {
  const { width, height } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Number.isInteger(width) && Number.isInteger(height);
}
