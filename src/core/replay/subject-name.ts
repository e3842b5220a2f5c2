/**
 * The texts by which a replay finds what leaves are about. A place has one, from its digest. A work has one for each way
 * in which it can be recognised, and one for its id, which only the log itself uses.
 */
import type { PlaceKind } from '../consent/subject.js';
import { LEAST_QUALITY } from '../likeness/too-plain.js';
import { type Fingerprint, FINGERPRINT_ALGORITHMS } from '../log/leaf-fingerprint.js';
import type { LeafSubject } from '../log/leaf-subject.js';

/** By what a work is recognised: a digest of its bytes, or a fingerprint. */
export const RECOGNISED_BY = ['sha256', 'md5', ...FINGERPRINT_ALGORITHMS] as const;
export type RecognisedBy = (typeof RECOGNISED_BY)[number];

const NONE: readonly string[] = [];

/** What a leaf is about, among the subjects of one claimant; also the first of the keys under which it is found. */
export function subjectName(subject: LeafSubject): string {
  switch (subject.kind) {
    case 'account':
      return 'account';
    case 'content':
      return workKey(subject.work);
    default:
      return placeKey(subject.kind, subject.sha256);
  }
}

export function placeKey(kind: PlaceKind, sha256: string): string {
  return `${kind} ${sha256}`;
}

export function workKey(work: string): string {
  return `work ${work}`;
}

/** `value` in lower-case hexadecimal. */
export function recognitionKey(by: RecognisedBy, value: string): string {
  return `${by} ${value}`;
}

/** An item that is exactly what such a key names. */
export function recognisedAs(key: string): {
  readonly by: RecognisedBy;
  readonly value: string;
  readonly distance: number;
} {
  const [by, value] = key.split(' ') as [RecognisedBy, string];
  return { by, value, distance: by === 'sha256' || by === 'md5' ? 0 : likenessDistance(0) };
}

/**
 * How far a fingerprint that differs in so many bits of 256 is from an item, on the scale of decisions: 0 is left to equal
 * bytes, which are nearer than any likeness.
 */
export function likenessDistance(bits: number): number {
  return bits + 1;
}

/** The further keys under which a work is found; there are none for a place. */
export function recognitionKeys(subject: LeafSubject): readonly string[] {
  if (subject.kind !== 'content') {
    return NONE;
  }
  const { sha256, md5, fingerprints = [] } = subject;
  return [
    ...(sha256 === undefined ? [] : [recognitionKey('sha256', sha256)]),
    ...(md5 === undefined ? [] : [recognitionKey('md5', md5)]),
    ...fingerprints.filter(isTelling).map(({ algorithm, value }) => recognitionKey(algorithm, value)),
  ];
}

function isTelling({ quality }: Fingerprint): boolean {
  return quality === undefined || quality >= LEAST_QUALITY;
}
