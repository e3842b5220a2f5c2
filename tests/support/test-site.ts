import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGuardedFetch } from '../../src/fetch/guarded-fetch.js';
import type { GuardedFetch } from '../../src/fetch/guarded-fetch.js';
import { mapTo, serveHttp } from '../fetch/local-server.js';

const PATIENCE_MS = 60_000;

/** What a site answers for a path: a file's text, or a whole answer. */
export type SiteAnswer =
  | string
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    };

/** A real web server that stands in for one or more host names; plain http only, as many small sites are. */
export interface TestSite {
  readonly port: number;
  /** Path (with query) to answer, for every host name alike; `//host/path` for one of them. */
  readonly files: Map<string, SiteAnswer>;
  /** The paths asked for so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function openTestSite(): Promise<TestSite> {
  const files = new Map<string, SiteAnswer>();
  const asked: string[] = [];
  const server = await serveHttp((request, response) => {
    asked.push(request.url ?? '');
    answer(files, request, response);
  });
  return { port: server.port, files, asked, close: () => server.close() };
}

/** The real guarded fetch, for which the names lead to the site. */
export function fetchReaching(site: TestSite, ...names: string[]): GuardedFetch {
  const fetch = createGuardedFetch({
    userAgent: 'assent-test',
    hostMap: mapTo(Object.fromEntries(names.map((name) => [name, site]))),
    resolve: () => Promise.resolve([]),
  });
  // A machine that is busy with many suites is slower than any site: time limits have suites of their own.
  return {
    ...fetch,
    get: (url, limits) => fetch.get(url, { ...limits, timeoutMs: PATIENCE_MS }),
    post: (url, body, limits) => fetch.post(url, body, { ...limits, timeoutMs: PATIENCE_MS }),
  };
}

function answer(
  files: ReadonlyMap<string, SiteAnswer>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = request.url ?? '';
  const found = files.get(`//${request.headers.host ?? ''}${path}`) ?? files.get(path);
  if (found === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.');
    return;
  }
  const whole = typeof found === 'string' ? { body: found } : found;
  response
    .writeHead(whole.status ?? 200, whole.headers ?? { 'content-type': 'text/plain; charset=utf-8' })
    .end(whole.body ?? '');
}
