import { createHash } from 'node:crypto';
import { types } from 'node:util';
import { type PixelReader, READ_EDGE } from '../app/ports/pictures.js';
import { damaged, type DecodingOptions, DecodingQueue } from './decoding-queue.js';

/** A reader that holds a process. */
export interface ProcessPixelReader extends PixelReader {
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
    close: () => queue.close(),
  };
}

function isSize(value: unknown): value is { width: number; height: number } {
  const { width, height } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Number.isInteger(width) && Number.isInteger(height);
}
