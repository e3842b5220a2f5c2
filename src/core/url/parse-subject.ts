/**
 * What a person types to say which place they mean, turned into the expression a statement carries.
 * More forgiving than rule 1 of canonical URL v1 (`example.com` will do), and stricter about what comes out: an
 * expression that no address could ever match would be an answer that silently protects nothing.
 */
import { isIpAddress } from './canonical-host.js';
import { canonicalUrl } from './canonical-url.js';
import type { AddressRefusal } from './read-address.js';
import { foldersOf, hostOf, type UrlSubjectKind } from './url-expressions.js';

/**
 * `has-query`: a folder cannot have one. `too-deep`: the folder lies below those that are ever looked up.
 * `not-a-domain`: more than a host, or a host that no name server can know (`*.example.com`).
 */
export type SubjectRefusal = AddressRefusal | 'has-query' | 'too-deep' | 'not-a-domain';

export type ParsedSubject =
  { ok: true; kind: UrlSubjectKind; expression: string } | { ok: false; reason: SubjectRefusal };

const BARE_NAME =
  /^(?!\.|[^/?#]*\.\.)[a-z0-9_\u0080-\uffff.-]+\.[a-z\u0080-\uffff][a-z0-9_\u0080-\uffff-]*\.?(?::\d+)?(?=[/?#]|$)/i;
const BARE_IPV4 = /^\d+\.\d+\.\d+\.\d+(?::\d+)?(?=[/?#]|$)/;
const NAME = /^(?!\.|.*\.\.)[a-z0-9_.-]*[a-z0-9_-]$/;

/** Never throws. The expression is one that `urlExpressions` gives for the addresses that the subject covers. */
export function parseSubject(kind: UrlSubjectKind, text: string): ParsedSubject {
  const typed = text.trim();
  const isBare = BARE_NAME.test(typed) || BARE_IPV4.test(typed);
  const read = canonicalUrl(isBare ? `http://${typed}` : typed);
  if (!read.ok) {
    return read;
  }
  switch (kind) {
    case 'url':
      return { ok: true, kind, expression: read.url };
    case 'path':
      return folder(read.url);
    case 'domain':
      return domain(read.url);
  }
}

function folder(url: string): ParsedSubject {
  if (url.includes('?')) {
    return { ok: false, reason: 'has-query' };
  }
  // "/portfolio/*" is how robots.txt and most forms write "and all below", which a folder already says.
  const address = url.replace(/\/\*$/, '/');
  const expression = address.endsWith('/') ? address : `${address}/`;
  return foldersOf(expression).includes(expression)
    ? { ok: true, kind: 'path', expression }
    : { ok: false, reason: 'too-deep' };
}

function domain(url: string): ParsedSubject {
  const host = hostOf(url);
  const isHost = isIpAddress(host) || NAME.test(host);
  return isHost && url.slice(url.indexOf('/')) === '/'
    ? { ok: true, kind: 'domain', expression: host }
    : { ok: false, reason: 'not-a-domain' };
}
