import { parse } from 'tldts';
import { isIpAddress } from '../../core/url/canonical-host.js';
import { hasUserInfo } from '../../core/url/has-user-info.js';
import { hostOf } from '../../core/url/url-expressions.js';
import type { PlaceKind } from '../ports/claims.js';
import type { Sha256 } from '../ports/surroundings.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { readPlace } from './read-place.js';
import type { NamedPlace } from './read-place.js';
import { sharedHost, type SharedHost } from './shared-hosts.js';

/**
 * Reads an address as the place that somebody means. Refuses places nobody can hold alone: a public suffix (`co.uk`,
 * `github.io`) or a host that many share, whole or as the root folder of its host, and names that mean another machine to everyone who asks; and a
 * password in the address, which would be shown to everybody as it was typed.
 */
export function claimablePlace(
  kind: PlaceKind,
  address: string,
  sha256: Sha256,
): NamedPlace | Refusal<'INVALID_ADDRESS'> | Refusal<'PUBLIC_SUFFIX'> {
  const place = readPlace(kind, address, sha256);
  if (!place.ok) return place;
  if (hasUserInfo(address)) return holdsUserInfo();
  const { expression } = place;
  const host = placeHost(expression);
  if (isLocal(host)) {
    return refuse(
      'INVALID_ADDRESS',
      `${host} is not a name on the public web.`,
      'Give an address that begins with the name of a web site, such as example.com.',
    );
  }
  if (!coversHost(kind, expression)) return place;
  if (isPublicSuffix(host)) return publicSuffix(host);
  const shared = sharedHost(host);
  if (shared !== undefined) return sharedByMany(host, shared);
  return place;
}

/** The host of a canonical expression of any kind, without port. */
export function placeHost(expression: string): string {
  const slash = expression.indexOf('/');
  return hostOf(slash === -1 ? expression : expression.slice(0, slash));
}

function coversHost(kind: PlaceKind, expression: string): boolean {
  return kind === 'domain' || (kind === 'path' && expression.indexOf('/') === expression.length - 1);
}

/** Says nothing of it again: what is answered may be logged by others. */
function holdsUserInfo(): Refusal<'INVALID_ADDRESS'> {
  return refuse(
    'INVALID_ADDRESS',
    'The address holds a name or a password before the "@", and what is typed here is shown to everybody.',
    'Leave out everything between "//" and "@". If it was a password that you use, change it.',
  );
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

function sharedByMany(host: string, { holds, why }: SharedHost): Refusal<'PUBLIC_SUFFIX'> {
  const nextStep =
    holds === 'names'
      ? `Claim your own name there (yours.${host.replace(/^www\./, '')}), a folder of yours, or one address.`
      : `Claim your folder there (${host}/yours/), or one address.`;
  return refuse(
    'PUBLIC_SUFFIX',
    `Many people share ${host} (${why}), so nobody can claim all of it.`,
    nextStep,
  );
}
