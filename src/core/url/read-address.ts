/**
 * Rule 1 of canonical URL v1: which texts are web addresses at all.
 * Implements the "basic URL parser" of the WHATWG URL Standard through the platform's `URL`, and fixes what the
 * standard leaves to its caller: what a text without a scheme means, and why a text was refused.
 */
import { isDottedName } from './dotted-name.js';

/**
 * Why a text is not a web address.
 * `empty`: nothing but white space. `not-http`: a scheme other than http or https.
 * `no-host`: http or https, but nothing where the host belongs. `not-a-url`: everything else.
 */
export type AddressRefusal = 'empty' | 'not-a-url' | 'not-http' | 'no-host';

export type ReadAddress = { ok: true; url: URL } | { ok: false; reason: AddressRefusal };

const BEGINS_A_SCHEME = /^[a-z]/i;
const NOT_IN_A_SCHEME = /[^a-z0-9+.-]/i;
const NOT_A_DIGIT = /\D/;

/** Reads one text as a web address. Never throws. Lone surrogates count as U+FFFD, as everywhere in WHATWG. */
export function readAddress(text: string): ReadAddress {
  const address = withScheme(withoutIgnoredCharacters(text));
  if (!address.ok) {
    return address;
  }
  try {
    return { ok: true, url: new URL(address.text) };
  } catch {
    return { ok: false, reason: hasNoHost(address.text) ? 'no-host' : 'not-a-url' };
  }
}

function withScheme(text: string): { ok: true; text: string } | { ok: false; reason: AddressRefusal } {
  if (text === '') {
    return { ok: false, reason: 'empty' };
  }
  if (text.startsWith('//')) {
    return { ok: true, text: `https:${text}` };
  }
  const scheme = schemeOf(text)?.toLowerCase();
  if (scheme !== undefined) {
    return scheme === 'http' || scheme === 'https' ? { ok: true, text } : { ok: false, reason: 'not-http' };
  }
  // A protective answer must not be missed because somebody cut the scheme off, yet a caption must not become a host.
  const slash = text.indexOf('/');
  return slash > 0 && isDottedName(text.slice(0, slash))
    ? { ok: true, text: `http://${text}` }
    : { ok: false, reason: 'not-a-url' };
}

function schemeOf(text: string): string | undefined {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(colon, 0));
  return BEGINS_A_SCHEME.test(scheme) && !NOT_IN_A_SCHEME.test(scheme) ? scheme : undefined;
}

/** Whether nothing is left of the authority of an http address but user-info and port. The slashes before it may lean either way. */
function hasNoHost(text: string): boolean {
  let start = text.indexOf(':') + 1;
  while (text[start] === '/' || text[start] === '\\') {
    start += 1;
  }
  let end = start;
  while (end < text.length && !'/\\?#'.includes(text.charAt(end))) {
    end += 1;
  }
  const authority = text.slice(start, end);
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1);
  return hostAndPort === '' || (hostAndPort.startsWith(':') && !NOT_A_DIGIT.test(hostAndPort.slice(1)));
}

/**
 * What the WHATWG parser does before it reads: C0 controls and spaces go at both ends, tabs and line ends everywhere.
 * Done here too, because the scheme has to be seen before the parser is called. By hand, because a regular expression
 * for the right end takes quadratic time on hostile white space.
 */
function withoutIgnoredCharacters(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) {
    start += 1;
  }
  while (end > start && text.charCodeAt(end - 1) <= 0x20) {
    end -= 1;
  }
  return text.slice(start, end).replace(/[\t\n\r]/g, '');
}
