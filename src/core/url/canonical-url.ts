/**
 * Canonical URL v1: the one spelling under which the registry keeps, hashes and compares a web address.
 * Implements "A canonical form of a URL" in the decision rules v1, on the WHATWG URL Standard and RFC 3986.
 * Explained with examples in docs/canonical-url.md; language-neutral vectors in schema/vectors/canonical-url.v1.json.
 *
 *  1. Reading. The text is read by the WHATWG URL parser, http and https only. `//host/…` is read as https. A text
 *     without a scheme is read as http only when it begins with a dotted host name (two labels or more, the last one
 *     beginning with a letter) directly followed by `/`.
 *  2. What is forgotten. Scheme, user-info, fragment, and the ports 80 and 443. Other ports are kept.
 *  3. Host. Lower case, ASCII (IDNA), no trailing dots; when dots were cut, the host parser reads the rest again.
 *     A host holding a character that RFC 3986 does not allow in one is refused, and one with Punycode that is not valid.
 *  4. Path. Dot segments are resolved, an empty path is `/`, duplicate slashes are kept.
 *  5. Bytes of path and query. An escape of an unreserved byte is decoded, once; every other escape is kept, in upper
 *     case; a `%` that begins no escape is written `%25`; every byte that RFC 3986 does not allow there is escaped,
 *     and an apostrophe in a query too.
 *  6. `&amp;`, in any case and repeated (`&amp;amp;`), is `&` in path and query, after rule 5.
 *  7. Tracking parameters are dropped after rule 6 (tracking-parameters.ts). Parameters are split at `&` only; the
 *     others keep order and bytes. A query left empty loses its `?`.
 *
 * For every canonical `c`, `canonicalUrl('http://' + c)` is `c`.
 */
import { canonicalPathBytes, canonicalQueryBytes } from './canonical-escapes.js';
import { canonicalHost } from './canonical-host.js';
import { withoutDotSegments } from './dot-segments.js';
import { plainAddress } from './plain-address.js';
import { type AddressRefusal, readAddress } from './read-address.js';
import { withoutTrackingParameters } from './tracking-parameters.js';

/** Carried by every key row, leaf, snapshot, receipt and answer that rests on a canonical address. */
export const CANONICAL_URL_VERSION = 1;

export type CanonicalUrlResult = { ok: true; url: string } | { ok: false; reason: AddressRefusal };

const AMPERSAND_ENTITY = '&amp;';
const FORGOTTEN_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

/**
 * The canonical form of an address as somebody wrote it: `host[:port]/path[?query]`, printable ASCII.
 * Never throws; a text that is no web address is refused with the reason, to be shown in its place.
 */
export function canonicalUrl(raw: string): CanonicalUrlResult {
  const plain = plainAddress(raw);
  return plain === undefined ? canonicalUrlByRules(raw) : { ok: true, url: plain };
}

/** The same answer by the rules alone: what the short cut of `canonicalUrl` is held to. */
export function canonicalUrlByRules(raw: string): CanonicalUrlResult {
  const address = readAddress(raw);
  if (!address.ok) {
    return address;
  }
  const host = canonicalHost(address.url.hostname);
  if (!host.ok) {
    return host;
  }
  const { port, pathname, search } = address.url;
  const authority = FORGOTTEN_PORTS.has(port) ? host.host : `${host.host}:${port}`;
  return { ok: true, url: authority + canonicalPath(pathname) + canonicalSearch(search) };
}

function canonicalPath(pathname: string): string {
  return withPlainAmpersands(withoutDotSegments(canonicalPathBytes(pathname)));
}

function canonicalSearch(search: string): string {
  const query = withoutTrackingParameters(withPlainAmpersands(canonicalQueryBytes(search.slice(1))));
  return query === '' ? '' : `?${query}`;
}

function withPlainAmpersands(text: string): string {
  const rest = AMPERSAND_ENTITY.slice(1);
  let plain = '';
  let kept = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    let end = at + 1;
    while (text.slice(end, end + rest.length).toLowerCase() === rest) {
      end += rest.length;
    }
    if (end > at + 1) {
      plain += text.slice(kept, at + 1);
      kept = end;
    }
  }
  return plain + text.slice(kept);
}
