import { canonicalUrl } from '../../core/url/canonical-url.js';
import { hasUserInfo } from '../../core/url/has-user-info.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { IDENTIFIER_KINDS, type IdentifierKind, type Work, type WorkLocation } from '../ports/works.js';

/** What an account says of a work, beside its fingerprints. */
export interface WorkDetails {
  readonly title?: string | undefined;
  /** Addresses at which it is. */
  readonly locations?: readonly string[] | undefined;
  readonly identifiers?: readonly { readonly kind: IdentifierKind; readonly value: string }[] | undefined;
}

export interface ReadDetails {
  readonly ok: true;
  readonly title: string | undefined;
  readonly locations: readonly WorkLocation[];
  readonly identifiers: Work['identifiers'];
}

const MAX_TITLE_LENGTH = 300;
/** Addresses of a work. */
export const MAX_LOCATIONS = 20;
const MAX_ADDRESS_LENGTH = 2_048;

/** Each as its agency writes it, without hyphens and blanks. */
const IDENTIFIER_FORMS: Readonly<Record<IdentifierKind, RegExp>> = {
  isrc: /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/,
  iswc: /^T\d{10}$/,
  isbn: /^(?:97[89]\d{10}|\d{9}[\dX])$/,
  issn: /^\d{7}[\dX]$/,
  doi: /^10\.\d{4,9}\/\S{1,200}$/,
};

export function readDetails({
  title,
  locations = [],
  identifiers = [],
}: WorkDetails): ReadDetails | InvalidInput {
  const named = title?.replaceAll(/\s+/gu, ' ').trim();
  if (named !== undefined && named.length > MAX_TITLE_LENGTH) {
    return invalidInput('title', `The title is longer than ${MAX_TITLE_LENGTH} characters.`, 'Shorten it.');
  }
  const places = readLocations(locations);
  if ('code' in places) return places;
  const known: Partial<Record<IdentifierKind, string>> = {};
  for (const { kind, value } of identifiers) {
    const written = kind === 'doi' ? value.trim() : value.replaceAll(/[\s.-]/g, '').toUpperCase();
    if (!IDENTIFIER_KINDS.includes(kind) || !IDENTIFIER_FORMS[kind].test(written)) {
      const name = kind.toUpperCase();
      return invalidInput(
        'identifiers',
        `“${value}” is no ${name}.`,
        `Copy the ${name} whole, or leave it out.`,
      );
    }
    known[kind] = written;
  }
  return { ok: true, title: named === '' ? undefined : named, locations: places, identifiers: known };
}

function readLocations(given: readonly string[]): WorkLocation[] | InvalidInput {
  const places = new Map<string, WorkLocation>();
  for (const url of given) {
    const canonical = url.length > MAX_ADDRESS_LENGTH ? undefined : canonicalUrl(url);
    if (canonical?.ok !== true || hasUserInfo(url)) {
      const nextStep = 'Give addresses that a browser opens, without a name or password in them.';
      return invalidInput('locations', 'One of the addresses is no web address that can be shown.', nextStep);
    }
    if (!places.has(canonical.url)) places.set(canonical.url, { url, canonical: canonical.url });
  }
  if (places.size > MAX_LOCATIONS) {
    return invalidInput(
      'locations',
      `A work has at most ${MAX_LOCATIONS} addresses here.`,
      'Name the main ones.',
    );
  }
  return [...places.values()];
}
