import { Client } from 'undici';
import type { buildConnector } from 'undici';
import { openSocket } from './open-socket.js';
import { permittedAddresses } from './permitted-addresses.js';
import { type HopAnswer, MAX_HEADER_BYTES, readAnswer } from './read-answer.js';
import { ACCEPTED_ENCODINGS } from './read-body.js';
import type { RequestTarget } from './request-target.js';
import type { ResolveName } from './resolve-name.js';

/** What one hop needs beside its target. */
export interface HopContext {
  readonly resolve: ResolveName;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  readonly accept: string;
  readonly maxBytes: number;
  /** The bytes that are asked for, both ends included; absent: all. */
  readonly range?: { readonly first: number; readonly last: number } | undefined;
  /** What is sent; absent: nothing, by a GET. */
  readonly post?:
    { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> } | undefined;
}

/**
 * Sends one GET, or a POST, over one connection of its own, which is gone when this returns or throws.
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
      method: context.post === undefined ? 'GET' : 'POST',
      body: context.post?.body ?? null,
      path: target.url.pathname + target.url.search,
      headers: {
        'user-agent': context.userAgent,
        accept: context.accept,
        ...(context.range === undefined
          ? { 'accept-encoding': ACCEPTED_ENCODINGS }
          : { 'accept-encoding': 'identity', range: `bytes=${context.range.first}-${context.range.last}` }),
        ...context.post?.headers,
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
