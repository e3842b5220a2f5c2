/**
 * What a leaf is about, without a readable address: a place is shown by two digests of its canonical expression. They
 * are unsalted, so that anybody who knows an address can find what was said about it, and a snapshot can be built from
 * leaves alone.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { PLACE_KINDS, type PlaceKind } from '../consent/subject.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { urlKey } from '../url/url-key.js';
import { type Fingerprint, readFingerprints } from './leaf-fingerprint.js';
import { MD5_HEX, RANDOM_ID, SHA256_HEX, XXH64_HEX } from './leaf-forms.js';
import type { Sha256 } from './sha256.js';

/** Digests of the UTF-8 bytes of the expression, lower-case hexadecimal. */
export interface PlaceLeafSubject<Kind extends PlaceKind = PlaceKind> {
  readonly kind: Kind;
  readonly sha256: string;
  /** XXH64, seed 0, most significant digit first: the key of filters and sorted tables. */
  readonly xxh64: string;
}

/** A work by its random id and what it is recognised by: digests of its bytes, fingerprints, or both. */
export interface ContentLeafSubject {
  readonly kind: 'content';
  readonly work: string;
  readonly sha256?: string;
  /** Carries a no, never a yes, because an MD5 can be forged. */
  readonly md5?: string;
  readonly fingerprints?: readonly Fingerprint[];
}

/** Everything that the claimant claimed or will claim. */
export interface AccountLeafSubject {
  readonly kind: 'account';
}

export type LeafSubject = PlaceLeafSubject | ContentLeafSubject | AccountLeafSubject;

/** A subject, with the version of the canonical URL rules under which a place was hashed; only a place has one. */
export interface SubjectInLeaf {
  readonly subject: LeafSubject;
  readonly canon?: number;
}

export interface PlaceInLeaf<Kind extends PlaceKind = PlaceKind> extends SubjectInLeaf {
  readonly subject: PlaceLeafSubject<Kind>;
  readonly canon: number;
}

const SUBJECT_KINDS = [...PLACE_KINDS, 'content', 'account'] as const;

/** The subject that stands for a canonical expression. */
export function placeLeafSubject<Kind extends PlaceKind>(
  kind: Kind,
  expression: string,
  sha256: Sha256,
): PlaceLeafSubject<Kind> {
  const digest = sha256(new TextEncoder().encode(expression));
  return { kind, sha256: bytesToHex(digest), xxh64: keyInLeaf(urlKey(expression)) };
}

/** The key of an expression as leaves write it: 16 lower-case hexadecimal digits. */
export function keyInLeaf(key: bigint): string {
  return key.toString(16).padStart(16, '0');
}

/** Reads the members `subject` and `canon`. Throws `FieldError`. */
export function readSubject(fields: FieldReader): SubjectInLeaf {
  const subject = FieldReader.object(fields.value('subject'), fields.at('subject'), readLeafSubject);
  const isPlace = subject.kind !== 'content' && subject.kind !== 'account';
  return isPlace ? { subject, canon: fields.count('canon') } : { subject };
}

/** As {@link readSubject}, for leaves about something that can be claimed: a place or a work, never a whole account. */
export function readClaimableSubject(fields: FieldReader): SubjectInLeaf {
  const subject = readSubject(fields);
  if (subject.subject.kind === 'account') {
    const message = 'Only a place or a work can be claimed: name an address, a folder, a domain or content.';
    throw new FieldError('wrong-value', `${fields.at('subject')}/kind`, message);
  }
  return subject;
}

/** As {@link readSubject}, for leaves about a place of one of these kinds. */
export function readPlaceSubject<Kind extends PlaceKind>(
  fields: FieldReader,
  kinds: readonly Kind[],
): PlaceInLeaf<Kind> {
  const subject = FieldReader.object(fields.value('subject'), fields.at('subject'), (members) =>
    readPlace(members, members.choice('kind', kinds)),
  );
  return { subject, canon: fields.count('canon') };
}

function readLeafSubject(fields: FieldReader): LeafSubject {
  const kind = fields.choice('kind', SUBJECT_KINDS);
  if (kind === 'account') {
    return { kind };
  }
  return kind === 'content' ? readContent(fields) : readPlace(fields, kind);
}

function readPlace<Kind extends PlaceKind>(fields: FieldReader, kind: Kind): PlaceLeafSubject<Kind> {
  return { kind, sha256: fields.text('sha256', SHA256_HEX), xxh64: fields.text('xxh64', XXH64_HEX) };
}

function readContent(fields: FieldReader): ContentLeafSubject {
  const content: ContentLeafSubject = {
    kind: 'content',
    work: fields.text('work', RANDOM_ID),
    ...(fields.has('sha256') ? { sha256: fields.text('sha256', SHA256_HEX) } : {}),
    ...(fields.has('md5') ? { md5: fields.text('md5', MD5_HEX) } : {}),
    ...(fields.has('fingerprints') ? { fingerprints: readFingerprints(fields) } : {}),
  };
  if (!fields.has('sha256') && !fields.has('md5') && !fields.has('fingerprints')) {
    const message = 'A content subject needs sha256, md5 or fingerprints: add one.';
    throw new FieldError('missing-field', fields.at('sha256'), message);
  }
  return content;
}
