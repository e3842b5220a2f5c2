/**
 * Rule 5 of canonical URL v1: one spelling for each byte of a path or query.
 * Implements RFC 3986 §2.1 to §2.4, §3.3, §3.4 and the percent-encoding normalisation of §6.2.2.2.
 */

const ESCAPE_OR_NOT_ALLOWED_IN_PATH = /%[0-9a-f]{2}|[^a-z0-9\-._~!$&'()*+,;=:@/]/gi;
// WHATWG always escapes an apostrophe in the query of an http address, so keeping one could not be idempotent.
const ESCAPE_OR_NOT_ALLOWED_IN_QUERY = /%[0-9a-f]{2}|[^a-z0-9\-._~!$&()*+,;=:@/?]/gi;
const UNRESERVED = /[a-z0-9\-._~]/i;

/** A path as `URL.pathname` gives it, with every byte in its canonical spelling. */
export function canonicalPathBytes(pathname: string): string {
  return pathname.replace(ESCAPE_OR_NOT_ALLOWED_IN_PATH, canonicalByte);
}

/** A query without its question mark, with every byte in its canonical spelling. */
export function canonicalQueryBytes(query: string): string {
  return query.replace(ESCAPE_OR_NOT_ALLOWED_IN_QUERY, canonicalByte);
}

/** `found` is an escape, or one ASCII character that must become one: WHATWG has already escaped all others. */
function canonicalByte(found: string): string {
  if (found.length === 1) {
    return `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  }
  const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
  return UNRESERVED.test(character) ? character : found.toUpperCase();
}
