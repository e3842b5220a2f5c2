/**
 * What a leaf is about, without a readable address: a place is shown as the SHA-256 of its canonical expression.
 * The digest is unsalted, so that anybody who knows an address can find what was said about it.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { PLACE_KINDS, type PlaceKind } from '../consent/subject.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { MD5_HEX, SHA256_HEX } from './leaf-forms.js';
import type { Sha256 } from './sha256.js';

/** Digests are lower-case hexadecimal. */
export interface PlaceLeafSubject {
  readonly kind: PlaceKind;
  readonly sha256: string;
}

/** Digests of a work's bytes, at least one. */
export interface ContentLeafSubject {
  readonly kind: 'content';
  readonly sha256?: string;
  readonly md5?: string;
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

const SUBJECT_KINDS = [...PLACE_KINDS, 'content', 'account'] as const;

/** The subject that stands for a canonical expression. */
export function placeLeafSubject(kind: PlaceKind, expression: string, sha256: Sha256): PlaceLeafSubject {
  return { kind, sha256: bytesToHex(sha256(new TextEncoder().encode(expression))) };
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

function readLeafSubject(fields: FieldReader): LeafSubject {
  const kind = fields.choice('kind', SUBJECT_KINDS);
  if (kind === 'account') {
    return { kind };
  }
  return kind === 'content' ? readContent(fields) : { kind, sha256: fields.text('sha256', SHA256_HEX) };
}

function readContent(fields: FieldReader): ContentLeafSubject {
  if (!fields.has('sha256') && !fields.has('md5')) {
    throw new FieldError(
      'missing-field',
      fields.at('sha256'),
      'A content subject needs sha256 or md5: add one.',
    );
  }
  return {
    kind: 'content',
    ...(fields.has('sha256') ? { sha256: fields.text('sha256', SHA256_HEX) } : {}),
    ...(fields.has('md5') ? { md5: fields.text('md5', MD5_HEX) } : {}),
  };
}
