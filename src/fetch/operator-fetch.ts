/**
 * Requests to an address that the operator typed on the command line or wrote into the policy of the log: a log to verify,
 * a witness to ask, also one on this machine or in a private network, on any port. Never for an address that came from
 * anybody else, from other files or from an answer: those go through the guarded fetch. Described in
 * docs/outgoing-requests.md.
 */
import { Agent } from 'undici';
import { FetchRefused, type FetchRefusalCode } from './fetch-refused.js';
import type { FetchedBody } from './fetched-body.js';
import { type HopAnswer, MAX_HEADER_BYTES, readAnswer } from './read-answer.js';
import { ACCEPTED_ENCODINGS } from './read-body.js';
import { refuseLeaving, tooManyRedirects } from './redirect-refusals.js';
import { webAddress } from './web-address.js';

export interface OperatorFetchOptions {
  /** Sent with every request. */
  readonly userAgent: string;
  /** For a request as a whole, redirects included, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
}

export interface OperatorFetch {
  /**
   * Sends a GET, and follows up to three redirects on the same host. Throws FetchRefused and nothing else.
   * @param maxBytes of a body, before and after decoding
   */
  get(url: string, maxBytes: number): Promise<FetchedBody>;
  /**
   * Sends a POST of text, unless `headers` say otherwise. A redirect is an answer like any other: what is meant for one address is sent to no other. Throws
   * FetchRefused and nothing else.
   * @param maxBytes of the answer's body, before and after decoding
   * @param ending ends the request
   */
  post(
    url: string,
    body: Uint8Array,
    maxBytes: number,
    ending: AbortSignal,
    headers?: Readonly<Record<string, string>>,
  ): Promise<FetchedBody>;
  /** Closes every connection; requests under way end. */
  close(): Promise<void>;
}

const MAX_REDIRECTS = 3;

/** To one server. A log of a million leaves is eight thousand files: connections are kept and used again. */
const CONNECTIONS = 16;

export function createOperatorFetch({ userAgent, timeoutMs = 30_000 }: OperatorFetchOptions): OperatorFetch {
  const agent = new Agent({
    connections: CONNECTIONS,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The signal bounds the request as a whole; a limit per phase would let a slow server have several of them.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    get: (url, maxBytes) =>
      inTime(timeoutMs, [], (signal) =>
        followOnHost(agent, webAddress(url), { userAgent, maxBytes, signal }),
      ),
    post: (url, body, maxBytes, ending, headers) =>
      inTime(timeoutMs, [ending], async (signal) => {
        const address = webAddress(url);
        const answer = await send(agent, address, { userAgent, maxBytes, signal }, { body, headers });
        const { status, headers: answered, body: told } = answer;
        return { url: address.href, status, headers: answered, body: told, redirects: [] };
      }),
    close: () => agent.destroy(),
  };
}

interface RequestSettings {
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

async function inTime<T>(
  timeoutMs: number,
  endings: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    return await work(AbortSignal.any([limit, ...endings]));
  } catch (error) {
    throw limit.aborted ? timedOut(timeoutMs, error) : asRefusal(error);
  }
}

/** A GET, or with a body a POST. */
async function send(
  agent: Agent,
  url: URL,
  { userAgent, maxBytes, signal }: RequestSettings,
  posted?: { readonly body: Uint8Array; readonly headers?: Readonly<Record<string, string>> | undefined },
): Promise<HopAnswer> {
  const response = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: posted === undefined ? 'GET' : 'POST',
    headers: {
      'user-agent': userAgent,
      accept: '*/*',
      'accept-encoding': ACCEPTED_ENCODINGS,
      ...(posted === undefined ? {} : { 'content-type': 'text/plain; charset=utf-8', ...posted.headers }),
    },
    body: posted?.body ?? null,
    signal,
  });
  const answer = await readAnswer(response, maxBytes);
  // Unread, it would keep its connection from the requests after it.
  if (answer.location !== undefined) response.body.destroy();
  return answer;
}

async function followOnHost(agent: Agent, start: URL, settings: RequestSettings): Promise<FetchedBody> {
  const redirects: string[] = [];
  for (let url = start; ;) {
    const { location, ...answer } = await send(agent, url, settings);
    if (location === undefined) return { url: url.href, ...answer, redirects };
    if (redirects.length >= MAX_REDIRECTS) throw tooManyRedirects(MAX_REDIRECTS);
    const next = webAddress(location, url);
    // Where the operator did not point, nothing is asked: the place could be any machine that this one reaches.
    refuseLeaving({ url, hostname: url.hostname }, { url: next, hostname: next.hostname });
    url = next;
    redirects.push(url.href);
  }
}

function timedOut(timeoutMs: number, cause: unknown): FetchRefused {
  const message = `The server took longer than ${timeoutMs / 1_000} seconds. Try again later.`;
  return new FetchRefused('timed-out', message, { cause });
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_DESTROYED',
]);

const UNKNOWN_NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** Codes of Node's TLS, and those by which OpenSSL names what is wrong with a certificate. */
const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|EPROTO|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_)/;

function asRefusal(error: unknown): FetchRefused {
  if (error instanceof FetchRefused) return error;
  const code = String((error as NodeJS.ErrnoException | null)?.code);
  const why = error instanceof Error && error.message !== '' ? error.message : code;
  const refused = (kind: FetchRefusalCode, message: string) =>
    new FetchRefused(kind, message, { cause: error });
  if (UNKNOWN_NAME.has(code)) {
    return refused('name-not-found', 'No address was found for the host. Check the spelling.');
  }
  if (UNREACHABLE.has(code)) {
    return refused(
      'connection-failed',
      'The server did not accept or keep a connection. Check that it is running.',
    );
  }
  if (TLS.test(code)) {
    return refused('tls-failed', `No secure connection could be made (${why}). Check the certificate.`);
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return refused('too-large', 'The server sent more headers than are read at most.');
  }
  return refused('bad-response', 'The server broke off or did not answer in proper HTTP. Try again later.');
}
