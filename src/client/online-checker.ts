import type { Assurance } from '../core/consent/assurance.js';
import type { Use } from '../core/consent/use.js';
import type { OnlineAnswer } from './answer.js';
import { readAnswers, readRest } from './read-answers.js';
import { RegistryFailure } from './registry-failure.js';

export interface OnlineCheckerOptions {
  /** Address of the registry, such as `https://registry.example`; a path in it is kept. */
  readonly registry: string;
  readonly use: Use;
  readonly key?: string;
  /** The size of the log that every answer is to rest on; left out, that of the first. */
  readonly logSize?: number;
  readonly minimumAssurance?: Assurance;
  /** In milliseconds: answers that speak of a moment further away are `stale`. */
  readonly maxAge?: number;
  /** In milliseconds, for each request. Default 60,000. */
  readonly timeout?: number;
  /** How often a request is repeated that was put off (429, 503). Default 3. */
  readonly retries?: number;
  /** Addresses asked about in one request. Default 5,000. */
  readonly batch?: number;
  readonly fetch?: typeof fetch;
}

export interface OnlineChecker {
  /** What every answer rests on; undefined before the first. */
  readonly logSize: number | undefined;
  /** An answer for each address, in order, a batch at a time. Never throws for what the registry does: the state is `error`. */
  check(urls: Iterable<string> | AsyncIterable<string>): AsyncGenerator<OnlineAnswer, void, undefined>;
}

const LONGEST_PAUSE_MS = 60_000;

/** JSON that is exchanged carries none (RFC 8259 §8.2); in an address it stands for U+FFFD, as everywhere in WHATWG. */
const HALF_A_CHARACTER = /[\ud800-\udfff]/gu;

/** Asks one registry about one use, everything at one size of its log. Throws `TypeError` for an address that is none. */
export function createOnlineChecker(options: OnlineCheckerOptions): OnlineChecker {
  const { use, batch = 5_000 } = options;
  const address = checkAddress(options);
  let logSize = options.logSize;

  async function ask(urls: readonly string[]): Promise<OnlineAnswer[]> {
    const sent = urls.map((url) => url.replace(HALF_A_CHARACTER, '\ufffd'));
    const { headers, text } = await request(options, address(logSize), sent);
    const rest = readRest(headers);
    if (logSize !== undefined && rest.logSize !== logSize) {
      throw new RegistryFailure(`Asked at log size ${logSize}, the registry answered at ${rest.logSize}.`);
    }
    const answers = readAnswers(text, sent, use).map((answer, at) => ({
      ...answer,
      url: urls[at] ?? answer.url,
    }));
    logSize = rest.logSize;
    const stale = staleness(options.maxAge, rest.moment);
    return stale === undefined
      ? answers
      : answers.map((answer) => ({ ...answer, state: 'stale', problem: stale }));
  }

  return {
    get logSize() {
      return logSize;
    },
    async *check(urls) {
      for await (const some of batches(urls, batch)) {
        try {
          yield* await ask(some);
        } catch (error) {
          const problem =
            error instanceof RegistryFailure ? error.message : 'The registry could not be asked.';
          yield* some.map((url) => withoutAnswer(url, problem));
        }
      }
    },
  };
}

function withoutAnswer(url: string, problem: string): OnlineAnswer {
  return { url, state: 'error', problem, assurance: undefined, decidedBy: [] };
}

function checkAddress({ registry, use, minimumAssurance }: OnlineCheckerOptions) {
  const base = new URL(registry);
  if (base.protocol !== 'http:' && base.protocol !== 'https:') {
    throw new TypeError('Name the registry by its address, such as https://registry.example.');
  }
  return (logSize: number | undefined): URL => {
    const address = new URL(`${base.pathname.replace(/\/$/, '')}/v1/check`, base);
    address.searchParams.set('use', use);
    if (minimumAssurance !== undefined) address.searchParams.set('minimum-assurance', minimumAssurance);
    if (logSize !== undefined) address.searchParams.set('log-size', String(logSize));
    return address;
  };
}

/** Headers and text of a 200 that is NDJSON and whole. Throws for everything else. */
async function request(
  { key, timeout = 60_000, retries = 3, fetch: send = fetch }: OnlineCheckerOptions,
  address: URL,
  urls: readonly string[],
): Promise<{ readonly headers: Headers; readonly text: string }> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await send(address, {
      method: 'POST',
      body: urls.map((url) => `${JSON.stringify(url)}\n`).join(''),
      headers: {
        'content-type': 'application/x-ndjson',
        accept: 'application/x-ndjson',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      // What is meant for one registry is sent to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    if ((response.status === 429 || response.status === 503) && attempt < retries) {
      await pause(response.headers);
      continue;
    }
    if (response.status !== 200) {
      throw new RegistryFailure(
        `The registry answered with status ${response.status}: ${text.slice(0, 300)}`,
      );
    }
    if (response.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/x-ndjson') {
      throw new RegistryFailure('The answer is no NDJSON: is this a registry?');
    }
    return { headers: response.headers, text };
  }
}

function pause(headers: Headers): Promise<void> {
  const text = headers.get('retry-after') ?? '';
  const wait = /^\d{1,6}$/.test(text) ? Number(text) * 1_000 : 1_000;
  return new Promise((done) => setTimeout(done, Math.min(wait, LONGEST_PAUSE_MS)));
}

function staleness(maxAge: number | undefined, moment: Date): string | undefined {
  if (maxAge === undefined || Math.abs(Date.now() - moment.getTime()) <= maxAge) return undefined;
  return `The answer speaks of ${moment.toISOString()}, which is not within ${maxAge} milliseconds.`;
}

async function* batches(
  urls: Iterable<string> | AsyncIterable<string>,
  size: number,
): AsyncGenerator<string[], void, undefined> {
  let batch: string[] = [];
  for await (const url of urls) {
    batch.push(url);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
