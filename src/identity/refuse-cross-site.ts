import { parseUrl } from '../core/url/parse-url.js';
import type { Request, RequestHandler } from 'express';
import { sendProblem } from './send-problem.js';
import type { SessionCookie } from './session-cookie.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send on its user's behalf: a request that may change something, carries the
 * session cookie, and cannot show that it comes from a page of this registry. Stands beside SameSite=Lax and
 * Apollo's own check.
 */
export function refuseCrossSite(publicUrl: string, cookie: SessionCookie): RequestHandler {
  const home = new URL(publicUrl);
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || cookie.read(request) === undefined || isFromHome(request, home)) {
      next();
      return;
    }
    sendProblem(response, {
      status: 403,
      code: 'FORBIDDEN',
      message: 'This request carries a session but does not come from a page of this registry.',
      nextStep: 'Do it on the page itself. A program sends an API key instead of a cookie.',
    });
  };
}

/**
 * `Origin` decides where it names one. Where it is withheld, as browsers do under some referrer policies, the browser's own
 * word on where the request comes from does. A request with neither was not made by a browser on anybody's behalf: every
 * browser sends at least one of them with a request that may change something.
 */
function isFromHome({ headers }: Request, home: URL): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin === undefined) return site === undefined || site === 'same-origin';
  if (origin === 'null') return site === 'same-origin';
  const from = parseUrl(origin);
  // The host may differ from publicUrl (127.0.0.1 for localhost) but not the scheme: http must not act on https.
  return from?.protocol === home.protocol && (from.host === home.host || from.host === headers.host);
}
