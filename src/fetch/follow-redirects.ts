import { FetchRefused } from './fetch-refused.js';
import type { FetchedBody } from './fetched-body.js';
import type { HostMap } from './host-map.js';
import { requestHop } from './request-hop.js';
import type { HopContext } from './request-hop.js';
import { requestTarget } from './request-target.js';
import type { RequestTarget } from './request-target.js';

export interface RedirectRules {
  readonly hostMap: HostMap;
  readonly maxRedirects: number;
  readonly sameHostOnly: boolean;
}

/**
 * Requests `url` and follows redirects by hand, each as a new request that is parsed, looked up, checked and connected
 * from the start. Throws FetchRefused, or what the HTTP client fails with.
 */
export async function followRedirects(
  url: string,
  context: HopContext,
  rules: RedirectRules,
): Promise<FetchedBody> {
  const redirects: string[] = [];
  let target = requestTarget(url, rules.hostMap);
  for (;;) {
    const { location, ...answer } = await requestHop(target, context);
    if (location === undefined) return { url: target.url.href, ...answer, redirects };
    if (redirects.length >= rules.maxRedirects) throw tooManyRedirects(rules.maxRedirects);
    const next = requestTarget(location, rules.hostMap, target.url);
    if (rules.sameHostOnly) refuseLeaving(target, next);
    target = next;
    redirects.push(next.url.href);
  }
}

function refuseLeaving(from: RequestTarget, to: RequestTarget): void {
  if (from.hostname !== to.hostname) {
    throw new FetchRefused(
      'redirect-to-other-host',
      `${from.hostname} redirects to ${to.hostname}. Serve the file on ${from.hostname} itself.`,
    );
  }
  if (from.url.protocol === 'https:' && to.url.protocol === 'http:') {
    throw new FetchRefused(
      'scheme-forbidden',
      `${from.hostname} redirects from https back to http, where anyone on the way could answer. Serve the file over https.`,
    );
  }
}

function tooManyRedirects(limit: number): FetchRefused {
  return new FetchRefused(
    'too-many-redirects',
    `The address redirects more than ${limit} times. Give the address that it ends at.`,
  );
}
