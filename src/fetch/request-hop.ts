import { Client } from 'undici';
import type { buildConnector, Dispatcher } from 'undici';
import { FetchRefused } from './fetch-refused.js';
import { openSocket } from './open-socket.js';
import { permittedAddresses } from './permitted-addresses.js';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.js';
import type { RequestTarget } from './request-target.js';
import type { ResolveName } from './resolve-name.js';

/** What one hop needs beside its target. */
export interface HopContext {
  readonly resolve: ResolveName;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  readonly accept: string;
  readonly maxBytes: number;
}

/** The answer of one hop: a body, or the place that a redirect names. */
export interface HopAnswer {
  readonly status: number;
  /** Names in lower case; repeated fields joined by `, ` (RFC 9110 §5.3). */
  readonly headers: Readonly<Record<string, string>>;
  readonly location: string | undefined;
  /** Empty for a redirect, whose body is never read. */
  readonly body: Uint8Array;
}

const MAX_HEADER_BYTES = 16_384;

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one GET over one connection of its own, which is gone when this returns or throws.
 * Nothing is pooled: a kept connection would outlive the check of its address.
 */
export async function requestHop(target: RequestTarget, context: HopContext): Promise<HopAnswer> {
  const client = new Client(target.url.origin, {
    connect: guardedConnector(target, context),
    maxHeaderSize: MAX_HEADER_BYTES,
    // The signal bounds the request as a whole; a limit per phase would let a slow server have several of them.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const response = await client.request({
      method: 'GET',
      path: target.url.pathname + target.url.search,
      headers: {
        'user-agent': context.userAgent,
        accept: context.accept,
        'accept-encoding': ACCEPTED_ENCODINGS,
      },
      signal: context.signal,
      reset: true,
    });
    return await readAnswer(response, context.maxBytes);
  } finally {
    await client.destroy();
  }
}

/** The guard stands here, where the socket is opened, so that no code path of the client can go round it. */
function guardedConnector(target: RequestTarget, context: HopContext): buildConnector.connector {
  return (_options, callback) => {
    permittedAddresses(target, context.resolve, context.signal)
      .then((addresses) => openSocket(target, addresses, context.signal))
      .then(
        (socket) => {
          callback(null, socket);
        },
        (error: unknown) => {
          callback(
            error instanceof Error ? error : new Error('The connection failed.', { cause: error }),
            null,
          );
        },
      );
  };
}

async function readAnswer(response: Dispatcher.ResponseData, maxBytes: number): Promise<HopAnswer> {
  const headers = joinHeaders(response.headers);
  const status = response.statusCode;
  if (!REDIRECT_STATUSES.has(status) || headers['location'] === undefined) {
    return { status, headers, location: undefined, body: await readBody(response.body, headers, maxBytes) };
  }
  // Its error, once the client is destroyed under it, is expected and has nobody else to go to.
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
