import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HEADERS = {
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Assent-Log-Size': '7',
  'Assent-Rules-Version': '1',
  'Assent-Canonical-Url-Version': '1',
};

type Answering = (asked: readonly string[], response: ServerResponse, use: string) => void;

const ID = 'a'.repeat(64);

/** A line that permits: whatever else is wrong, it must not be believed. */
const yes = (url: string, use: string, change: object = {}, decisionChange: object = {}) =>
  `${JSON.stringify({
    url,
    canonicalUrl: 'example.com/',
    notAnswered: null,
    decisions: [
      {
        use,
        decision: 'ALLOWED',
        assurance: 'verified',
        basis: 'own-right',
        decidedBy: [ID],
        ...decisionChange,
      },
    ],
    ...change,
  })}\n`;

const whole = (asked: readonly string[], use: string) => asked.map((url) => yes(url, use)).join('');

const begin = (response: ServerResponse, headers: object = {}, status = 200) =>
  response.writeHead(status, { ...HEADERS, 'Assent-Moment': new Date().toISOString(), ...headers });

/** What a registry, or what stands in front of it, may do wrong. Each would permit everything if it were believed. */
export const FAILURES = {
  'answers 500': (asked, response, use) => begin(response, {}, 500).end(whole(asked, use)),
  'is not to be vouched for (503)': (asked, response, use) =>
    begin(response, { 'Retry-After': '0' }, 503).end(whole(asked, use)),
  'refuses the key (401)': (asked, response, use) => begin(response, {}, 401).end(whole(asked, use)),
  'is over the quota for ever (429)': (asked, response, use) =>
    begin(response, { 'Retry-After': '0' }, 429).end(whole(asked, use)),
  'answers a part (206)': (asked, response, use) => begin(response, {}, 206).end(whole(asked, use)),
  redirects: (_asked, response) => response.writeHead(307, { Location: '/well/v1/check?use=train-ai' }).end(),
  'answers a page': (_asked, response) =>
    begin(response, { 'Content-Type': 'text/html' }).end('<h1>ALLOWED</h1>\n'),
  'answers nothing': (_asked, response) => begin(response).end(),
  'answers too few lines': (asked, response, use) => begin(response).end(whole(asked.slice(1), use)),
  'answers too many lines': (asked, response, use) =>
    begin(response).end(whole([...asked, 'https://example.com/more'], use)),
  'answers in another order': (asked, response, use) => begin(response).end(whole([...asked].reverse(), use)),
  'answers about another use': (asked, response) => begin(response).end(whole(asked, 'search')),
  'stops within a line': (asked, response, use) => begin(response).end(whole(asked, use).slice(0, -1)),
  'breaks off': (asked, response, use) => {
    begin(response, { 'Content-Length': '1000000' }).write(whole(asked, use));
    setTimeout(() => response.destroy(), 20);
  },
  'answers what is no JSON': (asked, response) => begin(response).end('ALLOWED\n'.repeat(asked.length)),
  'answers what is no UTF-8': (asked, response, use) =>
    begin(response).end(Buffer.concat([Buffer.from(whole(asked.slice(1), use)), Buffer.from([0xff, 0x0a])])),
  'answers by later rules': (asked, response, use) =>
    begin(response, { 'Assent-Rules-Version': '2' }).end(whole(asked, use)),
  'reads addresses by later rules': (asked, response, use) =>
    begin(response, { 'Assent-Canonical-Url-Version': '2' }).end(whole(asked, use)),
  'gives a word of a later vocabulary': (asked, response, use) =>
    begin(response).end(asked.map((url) => yes(url, use, {}, { decision: 'PERMITTED' })).join('')),
  'allows by nothing': (asked, response, use) =>
    begin(response).end(asked.map((url) => yes(url, use, {}, { decidedBy: [] })).join('')),
  'allows by a word of later rules': (asked, response, use) =>
    begin(response).end(asked.map((url) => yes(url, use, {}, { assurance: 'vouched' })).join('')),
  'says nothing of its log': (asked, response, use) =>
    begin(response, { 'Assent-Log-Size': '' }).end(whole(asked, use)),
  'answers at another size': (asked, response, use) =>
    begin(response, { 'Assent-Log-Size': '8' }).end(whole(asked, use)),
  'answers as of long ago': (asked, response, use) =>
    begin(response, { 'Assent-Moment': '2020-01-01T00:00:00.000Z' }).end(whole(asked, use)),
  'says nothing of its time': (asked, response, use) =>
    begin(response, { 'Assent-Moment': 'today' }).end(whole(asked, use)),
  'never answers': () => undefined,
} as const satisfies Readonly<Record<string, Answering>>;

export type Failure = keyof typeof FAILURES | 'is not there';

export interface BrokenRegistry {
  /** Of a registry that fails so; `undefined`: of one that does nothing wrong. */
  url(failure: Failure | undefined): string;
  close(): Promise<void>;
}

/** One server that answers in every wrong way there is, each under an address of its own. */
export async function openBrokenRegistry(): Promise<BrokenRegistry> {
  const names = Object.keys(FAILURES) as (keyof typeof FAILURES)[];
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://broken');
    const asked = (await textOf(request))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as string);
    const use = url.searchParams.get('use') ?? '';
    const name = names[Number(/^\/(\d+)\//.exec(url.pathname)?.[1] ?? NaN)];
    if (name === undefined) begin(response).end(whole(asked, use));
    else FAILURES[name](asked, response, use);
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: (failure) => {
      if (failure === 'is not there') return 'http://127.0.0.1:1';
      return failure === undefined ? `${base}/well` : `${base}/${names.indexOf(failure)}`;
    },
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
