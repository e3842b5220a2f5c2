import { parse } from 'tldts';
import { MAX_SUBMITTED_LENGTH } from '../../core/log/opening.js';
import { isIpAddress } from '../../core/url/canonical-host.js';
import { parseSubject } from '../../core/url/parse-subject.js';
import type { SubjectRefusal } from '../../core/url/parse-subject.js';
import { hostOf } from '../../core/url/url-expressions.js';
import type { PlaceKind } from '../ports/claims.js';
import type { Sha256 } from '../ports/surroundings.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { placeDigest } from './place-digest.js';

/** A place that somebody may claim or speak about. */
export interface ClaimablePlace {
  readonly ok: true;
  readonly kind: PlaceKind;
  readonly expression: string;
  readonly digest: Uint8Array;
}

const PROBLEMS: Readonly<Record<SubjectRefusal, readonly [message: string, nextStep: string]>> = {
  empty: ['The address is empty.', 'Copy it from the address bar of a browser: https://example.com/work/.'],
  'not-a-url': [
    'This is not a web address.',
    'Copy it from the address bar of a browser: https://example.com/work/1.jpg.',
  ],
  'not-http': [
    'Only http and https addresses can be claimed.',
    'Give the address at which a browser shows the work; it begins with https://.',
  ],
  'no-host': [
    'The address names no web site.',
    'Give it whole, with the name of the site: https://example.com/.',
  ],
  'has-query': [
    'A folder has no part after a question mark.',
    'Leave out the question mark and what follows, or choose "this one address".',
  ],
  'too-deep': [
    'The folder lies deeper than folders are looked up.',
    'Choose a folder at most 16 levels deep, or "this one address".',
  ],
  'not-a-domain': [
    'A whole site is given by its name alone.',
    'Give only the name (example.com), or choose "a folder" or "this one address".',
  ],
};

/**
 * Reads an address as the place that somebody means. Refuses places nobody can hold alone: a public suffix (`co.uk`,
 * `github.io`), whole or as the root folder of its host, and names that mean another machine to everyone who asks.
 */
export function claimablePlace(
  kind: PlaceKind,
  address: string,
  sha256: Sha256,
): ClaimablePlace | Refusal<'INVALID_ADDRESS'> | Refusal<'PUBLIC_SUFFIX'> {
  if (address.length > MAX_SUBMITTED_LENGTH) {
    return refuse(
      'INVALID_ADDRESS',
      `The address is longer than ${MAX_SUBMITTED_LENGTH} characters.`,
      'Give the address of the picture or page itself.',
    );
  }
  const subject = parseSubject(kind, address);
  if (!subject.ok) return refuse('INVALID_ADDRESS', ...PROBLEMS[subject.reason]);
  const { expression } = subject;
  const host = placeHost(expression);
  if (isLocal(host)) {
    return refuse(
      'INVALID_ADDRESS',
      `${host} is not a name on the public web.`,
      'Give an address that begins with the name of a web site, such as example.com.',
    );
  }
  if (coversHost(kind, expression) && isPublicSuffix(host)) return publicSuffix(host);
  return { ok: true, kind, expression, digest: placeDigest(expression, sha256) };
}

/** The host of a canonical expression of any kind, without port. */
export function placeHost(expression: string): string {
  const slash = expression.indexOf('/');
  return hostOf(slash === -1 ? expression : expression.slice(0, slash));
}

function coversHost(kind: PlaceKind, expression: string): boolean {
  return kind === 'domain' || (kind === 'path' && expression.indexOf('/') === expression.length - 1);
}

/** Names without a dot and IP addresses lead elsewhere for each reader, or to whoever rents the number today. */
function isLocal(host: string): boolean {
  if (isIpAddress(host) || host === 'localhost' || host.endsWith('.localhost')) return true;
  return !host.includes('.') && !isPublicSuffix(host);
}

function isPublicSuffix(host: string): boolean {
  const found = parse(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  const isListed = found.isIcann === true || found.isPrivate === true;
  return found.domain === null && (isListed || host.includes('.'));
}

function publicSuffix(host: string): Refusal<'PUBLIC_SUFFIX'> {
  return refuse(
    'PUBLIC_SUFFIX',
    `Many people have their sites below ${host}, so nobody can claim all of it.`,
    `Claim your own name below it (yours.${host}), or your folder or one address there.`,
  );
}
