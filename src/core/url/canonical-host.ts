/**
 * Rule 3 of canonical URL v1: one spelling for each host.
 * Implements the host parser and serialiser of the WHATWG URL Standard through the platform's `URL`, which brings lower
 * case, IDNA and every spelling of an IPv4 or IPv6 address to one form; RFC 3986 §3.2.2 and UTS #46 bound what is accepted.
 */
import type { AddressRefusal } from './read-address.js';

export type CanonicalHost = { ok: true; host: string } | { ok: false; reason: AddressRefusal };

const NOT_IN_RFC_3986_NAME = /[^a-z0-9._~!$&'()*+,;=-]/;
const NOT_IN_IPV6 = /[^0-9a-f:]/;
const PUNYCODE = /(?:^|\.)xn--/;
const IPV4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/** The canonical form of a host name that a WHATWG parser has already read once (`URL.hostname`). */
export function canonicalHost(hostname: string): CanonicalHost {
  const host = withoutTrailingDots(hostname);
  if (host === '') {
    return { ok: false, reason: 'no-host' };
  }
  const read = host === hostname ? host : readAgain(host);
  if (read === undefined || !isRfc3986Host(read) || hasInvalidLabel(read)) {
    return { ok: false, reason: 'not-a-url' };
  }
  return { ok: true, host: read };
}

/** Whether a canonical host is an address rather than a name. The host parser lets no name end in a number. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || IPV4.test(host);
}

function isRfc3986Host(host: string): boolean {
  return host.startsWith('[') && host.endsWith(']')
    ? !NOT_IN_IPV6.test(host.slice(1, -1))
    : !NOT_IN_RFC_3986_NAME.test(host);
}

function withoutTrailingDots(hostname: string): string {
  let end = hostname.length;
  while (hostname[end - 1] === '.') {
    end -= 1;
  }
  return hostname.slice(0, end);
}

/** Two trailing dots hide a number from the parser: `0x7f.1..` is a name to it, `0x7f.1` is 127.0.0.1. */
function readAgain(host: string): string | undefined {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return undefined;
  }
}

/**
 * Until 2026 WHATWG refused a name with a label that decodes to nothing valid (`xn--a`); since then it keeps one that is
 * ASCII throughout. With a label beyond ASCII added, every edition looks.
 */
function hasInvalidLabel(host: string): boolean {
  return PUNYCODE.test(host) && readAgain(`${host}.é`) === undefined;
}
