import type { Dispatcher } from 'undici';
import { FetchRefused } from './fetch-refused.js';
import { readBody } from './read-body.js';

/** The answer of one hop: a body, or the place that a redirect names. */
export interface HopAnswer {
  readonly status: number;
  /** Names in lower case; repeated fields joined by `, ` (RFC 9110 §5.3). */
  readonly headers: Readonly<Record<string, string>>;
  readonly location: string | undefined;
  /** Empty for a redirect, whose body is never read. */
  readonly body: Uint8Array;
}

/** Of all headers of an answer together. */
export const MAX_HEADER_BYTES = 16_384;

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Reads an answer to its end. Throws FetchRefused (too-large, bad-response), or what the stream fails with. */
export async function readAnswer(response: Dispatcher.ResponseData, maxBytes: number): Promise<HopAnswer> {
  const headers = joinHeaders(response.headers);
  const status = response.statusCode;
  if (!REDIRECT_STATUSES.has(status) || headers['location'] === undefined) {
    return { status, headers, location: undefined, body: await readBody(response.body, headers, maxBytes) };
  }
  // Its error, once its connection is gone, is expected and has nobody else to go to.
  response.body.on('error', () => undefined);
  if (Array.isArray(response.headers['location'])) {
    throw new FetchRefused(
      'bad-response',
      'The server redirects to several places at once. Ask its owner to send one.',
    );
  }
  return { status, headers, location: asUtf8(headers['location']), body: new Uint8Array() };
}

/** A field value is bytes (RFC 9110 §5.5), which the client shows as Latin-1; servers that send a place unescaped mean UTF-8. */
function asUtf8(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8');
}

function joinHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
