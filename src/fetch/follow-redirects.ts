import type { FetchedBody } from './fetched-body.js';
import type { HostMap } from './host-map.js';
import { refuseLeaving, tooManyRedirects } from './redirect-refusals.js';
import { requestHop } from './request-hop.js';
import type { HopContext } from './request-hop.js';
import { requestTarget } from './request-target.js';

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
    // What is sent to one address is meant for no other.
    if (location === undefined || context.post !== undefined)
      return { url: target.url.href, ...answer, redirects };
    if (redirects.length >= rules.maxRedirects) throw tooManyRedirects(rules.maxRedirects);
    const next = requestTarget(location, rules.hostMap, target.url);
    if (rules.sameHostOnly) refuseLeaving(target, next);
    target = next;
    redirects.push(next.url.href);
  }
}
