import type { Item } from '../../core/consent/coverage.js';
import { canonicalUrl } from '../../core/url/canonical-url.js';
import { embeddedUrls } from '../../core/url/embedded-urls.js';
import type { AddressRefusal } from '../../core/url/read-address.js';
import { urlExpressions } from '../../core/url/url-expressions.js';

/** An item of a question, with everything under which it is looked up; or why it is no address. */
export type LookedUpAddress =
  | { readonly ok: true; readonly url: string; readonly canonicalUrl: string; readonly item: Item }
  | { readonly ok: false; readonly url: string; readonly reason: AddressRefusal };

export function lookUpAddress(url: string): LookedUpAddress {
  const canonical = canonicalUrl(url);
  if (!canonical.ok) return { ok: false, url, reason: canonical.reason };
  const item = itemOf(canonical.url, embeddedUrls(canonical.url));
  return { ok: true, url, canonicalUrl: canonical.url, item };
}

/** An address in canonical form and those that it carries, with everything under which they are looked up. */
export function itemOf(canonical: string, embedded: readonly string[]): Item {
  return { outer: urlExpressions(canonical), embedded: embedded.map(urlExpressions), works: [] };
}
