/**
 * The only place from which Assent sends HTTP requests. What is sent and what is refused is described in
 * docs/outgoing-requests.md.
 */
import { validateHeaderValue } from 'node:http';
import { FetchRefused } from './fetch-refused.js';
import type { FetchedBody } from './fetched-body.js';
import { followRedirects } from './follow-redirects.js';
import type { HopContext } from './request-hop.js';
import { sealHostMap } from './host-map.js';
import type { HostMap } from './host-map.js';
import { createNameResolver } from './resolve-name.js';
import type { ResolveName } from './resolve-name.js';

export interface GuardedFetchOptions {
  /** Sent with every request, so that a site can recognise us and write to us. */
  readonly userAgent: string;
  /** Names that are served on loopback, for tests and rehearsals. */
  readonly hostMap?: HostMap;
  readonly resolve?: ResolveName;
  /** For a request as a whole, looking up and redirects included. Default 10,000. */
  readonly timeoutMs?: number;
  /** Of a body, before and after decoding. Default 10,000,000. */
  readonly maxBytes?: number;
  /** Default 3. */
  readonly maxRedirects?: number;
}

export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export interface FetchLimits {
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  readonly maxRedirects?: number;
  /** The Accept header. Default any type. */
  readonly accept?: string;
  /** Refuses a redirect to another host name, and one from https down to http. */
  readonly sameHostOnly?: boolean;
  /** Asks for these bytes alone, both ends included (RFC 9110 §14.1.2), as they are stored. */
  readonly range?: ByteRange;
}

export interface PostLimits {
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** Beside those that every request has; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface GuardedFetch {
  /** Sends a GET. Throws FetchRefused and nothing else. */
  get(url: string, limits?: FetchLimits): Promise<FetchedBody>;
  /**
   * Sends a POST. A redirect is an answer like any other: what is meant for one address is sent to no other. Throws FetchRefused
   * and nothing else.
   */
  post(url: string, body: Uint8Array, limits: PostLimits): Promise<FetchedBody>;
  /** Ends every request under way; later ones are refused. */
  close(): Promise<void>;
}

/** Throws HostMapInvalid for a target off loopback, TypeError for a user agent that no header can carry. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  validateHeaderValue('user-agent', options.userAgent);
  const settings: Settings = {
    ...options,
    hostMap: sealHostMap(options.hostMap ?? new Map()),
    resolve: options.resolve ?? createNameResolver(),
  };
  const running = new Map<AbortController, Promise<FetchedBody>>();
  let closed = false;

  async function begin(send: (controller: AbortController) => Promise<FetchedBody>): Promise<FetchedBody> {
    if (closed) throw shuttingDown();
    const controller = new AbortController();
    const request = send(controller);
    running.set(controller, request);
    try {
      return await request;
    } finally {
      running.delete(controller);
    }
  }

  return {
    get: (url, limits = {}) => begin((controller) => getWithin(url, settings, limits, controller)),
    post: (url, body, { headers, ...limits }) =>
      begin((controller) => getWithin(url, settings, limits, controller, { body, headers })),
    async close() {
      closed = true;
      const requests = [...running.values()];
      for (const controller of running.keys()) controller.abort(shuttingDown());
      await Promise.allSettled(requests);
    },
  };
}

type Settings = GuardedFetchOptions & { readonly hostMap: HostMap; readonly resolve: ResolveName };

async function getWithin(
  url: string,
  settings: Settings,
  limits: FetchLimits,
  controller: AbortController,
  post?: HopContext['post'],
): Promise<FetchedBody> {
  const { timeoutMs = 10_000, maxBytes = 10_000_000, maxRedirects = 3 } = { ...settings, ...limits };
  const timer = setTimeout(() => {
    controller.abort(timedOut(timeoutMs));
  }, timeoutMs);
  const { hostMap, resolve, userAgent } = settings;
  const { accept = '*/*', sameHostOnly = false, range } = limits;
  try {
    const context = { resolve, signal: controller.signal, userAgent, accept, maxBytes, range, post };
    return await followRedirects(url, context, { hostMap, maxRedirects, sameHostOnly });
  } catch (error) {
    throw asRefusal(error, controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

function asRefusal(error: unknown, signal: AbortSignal): FetchRefused {
  if (signal.reason instanceof FetchRefused) return signal.reason;
  if (error instanceof FetchRefused) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return new FetchRefused('too-large', 'The server sent more headers than are read at most.', {
      cause: error,
    });
  }
  return new FetchRefused(
    'bad-response',
    'The server broke off or did not answer in proper HTTP. Try again later.',
    {
      cause: error,
    },
  );
}

function timedOut(timeoutMs: number): FetchRefused {
  return new FetchRefused(
    'timed-out',
    `The server took longer than ${timeoutMs / 1_000} seconds. Try again later.`,
  );
}

function shuttingDown(): FetchRefused {
  return new FetchRefused('connection-failed', 'The registry is shutting down. Try again in a minute.');
}
