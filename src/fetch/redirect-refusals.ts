import { FetchRefused } from './fetch-refused.js';
import type { RequestTarget } from './request-target.js';

/** One place that a request goes to. */
type Hop = Pick<RequestTarget, 'url' | 'hostname'>;

/** Throws FetchRefused for a redirect to another host name, and for one from https down to http. */
export function refuseLeaving(from: Hop, to: Hop): void {
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

export function tooManyRedirects(limit: number): FetchRefused {
  return new FetchRefused(
    'too-many-redirects',
    `The address redirects more than ${limit} times. Give the address that it ends at.`,
  );
}
