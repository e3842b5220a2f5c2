/**
 * What a person types to say which place they mean, turned into the expression a statement carries.
 * More forgiving than rule 1 of canonical URL v1 (`example.com` will do), and stricter about what comes out: an
 * expression that no address could ever match would be an answer that silently protects nothing.
 */
import { isIpAddress } from './canonical-host.js';
import { canonicalUrl } from './canonical-url.js';
import { isDottedName } from './dotted-name.js';
import type { AddressRefusal } from './read-address.js';
import { foldersOf, hostOf, type UrlSubjectKind } from './url-expressions.js';

/**
 * `has-query`: a folder cannot have one. `too-deep`: the folder lies below those that are ever looked up.
 * `not-a-domain`: more than a host, or a host that no name server can know (`*.example.com`).
 */
export type SubjectRefusal = AddressRefusal | 'has-query' | 'too-deep' | 'not-a-domain';

export type ParsedSubject =
  { ok: true; kind: UrlSubjectKind; expression: string } | { ok: false; reason: SubjectRefusal };

const END_OF_AUTHORITY = /[/?#]/;
const NOT_A_DIGIT = /\D/;
const BARE_IPV4 = /^\d{1,32}\.\d{1,32}\.\d{1,32}\.\d{1,32}$/;
const NOT_IN_A_HOST_NAME = /[^a-z0-9_.-]/;

/** Never throws. The expression is one that `urlExpressions` gives for the addresses that the subject covers. */
export function parseSubject(kind: UrlSubjectKind, text: string): ParsedSubject {
  const typed = text.trim();
  const read = canonicalUrl(beginsWithHost(typed) ? `http://${typed}` : typed);
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

/** Whether a host, with a port or without, stands where a scheme is expected. */
function beginsWithHost(typed: string): boolean {
  const end = typed.search(END_OF_AUTHORITY);
  const authority = end === -1 ? typed : typed.slice(0, end);
  const colon = authority.indexOf(':');
  const host = colon === -1 ? authority : authority.slice(0, colon);
  const port = colon === -1 ? '0' : authority.slice(colon + 1);
  if (port === '' || NOT_A_DIGIT.test(port)) {
    return false;
  }
  return isDottedName(host.endsWith('.') ? host.slice(0, -1) : host) || BARE_IPV4.test(host);
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
  const isHost = isIpAddress(host) || isHostName(host);
  return isHost && url.slice(url.indexOf('/')) === '/'
    ? { ok: true, kind: 'domain', expression: host }
    : { ok: false, reason: 'not-a-domain' };
}

function isHostName(host: string): boolean {
  const hasEmptyLabel = host === '' || host.startsWith('.') || host.endsWith('.') || host.includes('..');
  return !hasEmptyLabel && !NOT_IN_A_HOST_NAME.test(host);
}
