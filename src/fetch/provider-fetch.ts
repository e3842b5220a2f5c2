import { Agent } from 'undici';
import { MAX_HEADER_BYTES, readAnswer } from './read-answer.js';
import { ACCEPTED_ENCODINGS } from './read-body.js';
import { webAddress } from './web-address.js';
import { FetchRefused } from './fetch-refused.js';

export interface ProviderFetchOptions {
  /** Sent with every request. */
  readonly userAgent: string;
  /** The only hosts that are asked, with their ports where they are not those of the scheme. */
  readonly hosts: readonly string[];
}

export interface ProviderFetch {
  /** As the Fetch API has it, for a library that wants one. Follows no redirect. Throws FetchRefused. */
  request(
    url: string,
    init: {
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array | undefined;
    },
  ): Promise<Response>;
  close(): Promise<void>;
}

const MOST_BYTES = 1_000_000;
const LONGEST_MS = 10_000;

/** Requests to the providers that the operator lets people sign in with: to their hosts, also in a private network, and to no other. */
export function createProviderFetch({ userAgent, hosts }: ProviderFetchOptions): ProviderFetch {
  const agent = new Agent({ maxHeaderSize: MAX_HEADER_BYTES });
  return {
    async request(text, { method, headers, body }) {
      const url = webAddress(text);
      if (!hosts.includes(url.host)) {
        const problem = `The provider leads to ${url.host}, which the operator has not named.`;
        throw new FetchRefused('redirect-to-other-host', problem);
      }
      const answered = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: method === 'POST' ? 'POST' : 'GET',
        headers: { ...headers, 'user-agent': userAgent, 'accept-encoding': ACCEPTED_ENCODINGS },
        body: body ?? null,
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      const answer = await readAnswer(answered, MOST_BYTES);
      if (answer.location !== undefined) answered.body.destroy();
      // What the body was sent as says nothing about it any more.
      const fields = Object.entries(answer.headers).filter(
        ([name]) => !name.startsWith('content-') || name === 'content-type',
      );
      return new Response(Buffer.from(answer.body), {
        status: answer.status,
        headers: Object.fromEntries(fields),
      });
    },
    close: () => agent.destroy(),
  };
}
