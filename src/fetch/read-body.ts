import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchRefused } from './fetch-refused.js';

/** The content codings that are asked for, as an Accept-Encoding value (RFC 9110 §12.5.3). */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

type Decoder = ReturnType<typeof createGunzip>;

const DECODERS: Readonly<Record<string, () => Decoder>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body to its end and decodes it, holding never more than `maxBytes` and one chunk.
 * Both sides of the decoder are counted: a bomb is small before it, a run of empty gzip members is small after it.
 * Throws FetchRefused (too-large, bad-response), or what the stream fails with; the stream is destroyed either way.
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Uint8Array> {
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const decoder = decoderFor(headers['content-encoding']);
  const chunks: Uint8Array[] = [];
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of capped(source, maxBytes)) chunks.push(chunk);
  };
  if (decoder === null) await pipeline(body, collect);
  else
    await pipeline(body, (source: AsyncIterable<Uint8Array>) => capped(source, maxBytes), decoder, collect);
  return concatenate(chunks);
}

function decoderFor(encoding: string | undefined): Decoder | null {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return null;
  const create = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (create === undefined) {
    throw new FetchRefused(
      'bad-response',
      'The server sent a content encoding that was not asked for. Serve the file plain.',
    );
  }
  return create();
}

async function* capped(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function tooLarge(maxBytes: number): FetchRefused {
  return new FetchRefused(
    'too-large',
    `The file is larger than the ${maxBytes} bytes read at most. Give a smaller one.`,
  );
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
