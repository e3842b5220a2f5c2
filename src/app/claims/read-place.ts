import { MAX_SUBMITTED_LENGTH } from '../../core/log/opening.js';
import { parseSubject } from '../../core/url/parse-subject.js';
import type { SubjectRefusal } from '../../core/url/parse-subject.js';
import type { PlaceKind } from '../ports/claims.js';
import type { Sha256 } from '../ports/surroundings.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { placeDigest } from './place-digest.js';

/** A place that somebody means, as claims and statements name it. */
export interface NamedPlace {
  readonly ok: true;
  readonly kind: PlaceKind;
  /** Canonical. */
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
    'Only http and https addresses are known here.',
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

/** Reads an address as the place that somebody means, whether or not anybody can hold it. */
export function readPlace(
  kind: PlaceKind,
  address: string,
  sha256: Sha256,
): NamedPlace | Refusal<'INVALID_ADDRESS'> {
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
  return { ok: true, kind, expression, digest: placeDigest(expression, sha256) };
}
