/**
 * By which keys a log finds the leaves that matter to a question without reading all of them: 64 bits of a digest or of a
 * random id. Two things may share a key; a replay tells them apart by the whole of it, so that a leaf that was found in
 * vain changes nothing.
 */
import type { DisputeLeaf } from './dispute-leaf.js';
import type { Leaf } from './leaf.js';
import type { LeafSubject, PlaceLeafSubject } from './leaf-subject.js';

/** Hexadecimal digits of a key. */
const DIGITS = 16;
const ALL_BITS = 2n ** 64n - 1n;

/** The key of a digest or an id in lower-case hexadecimal; of a place, of its `xxh64`. */
export function idKey(hexadecimal: string): bigint {
  return BigInt(`0x${hexadecimal.slice(0, DIGITS)}`);
}

/**
 * The key under which the matches of a claim are kept, or those of a claimant, by its id in lower-case hexadecimal. It is another than
 * that of the id, which questions about addresses follow: a work may be found at millions of places.
 */
export function matchesKey(id: string): bigint {
  return idKey(id) ^ ALL_BITS;
}

/**
 * The key under which what one claimant states or claims about a place is kept beside the key of the place, so that it is found
 * without what thousands of others say there.
 * @param place key of the place
 * @param claimant in lower-case hexadecimal
 */
export function saidKey(place: bigint, claimant: string): bigint {
  return place ^ idKey(claimant);
}

/** The key under which what is found and decided about a place, whoever speaks about it, is kept beside the key of the place. */
export function settledKey(place: bigint): bigint {
  return place ^ ALL_BITS;
}

/** The keys under which a leaf is kept: of what it is about. */
export function leafKeys(leaf: Leaf): bigint[] {
  const keys = unique(idsOf(leaf));
  switch (leaf.kind) {
    case 'statement':
    case 'claim':
      return [...keys, ...placeKeys(leaf.subject).map((place) => saidKey(place, leaf.claimant))];
    case 'dispute':
      return settles(leaf) ? [...keys, ...placeKeys(leaf.subject).map(settledKey)] : keys;
    case 'match': {
      const places = placeKeys(leaf.subject).map(settledKey);
      return [...keys, ...places, matchesKey(leaf.claim), matchesKey(leaf.claimant)];
    }
    default:
      return keys;
  }
}

/** While a dispute is open it changes nothing, nor does a closing that sets nothing aside and upholds nobody. */
function settles(leaf: DisputeLeaf): boolean {
  return leaf.action === 'close' && (leaf.suspends.length > 0 || leaf.upheld !== undefined);
}

function placeKeys(subject: LeafSubject): bigint[] {
  return isPlace(subject) ? [idKey(subject.xxh64)] : [];
}

function isPlace(subject: LeafSubject): subject is PlaceLeafSubject {
  return subject.kind !== 'account' && subject.kind !== 'content';
}

/** The keys of everything that a leaf mentions, under which others may be kept that change what it says. */
export function mentionedKeys(leaf: Leaf, leafId: string): bigint[] {
  return unique([leafId, ...idsOf(leaf), ...mentionedBy(leaf)]);
}

/** The same without the keys of places, under which is kept what everybody says there. */
export function mentionedApart(leaf: Leaf, leafId: string): bigint[] {
  const places = 'subject' in leaf ? placeKeys(leaf.subject) : [];
  return mentionedKeys(leaf, leafId).filter((key) => !places.includes(key));
}

/** The keys under which what is said about a subject is kept; none for a whole account. */
export function subjectKeys(subject: LeafSubject): bigint[] {
  return unique(subjectIds(subject));
}

function idsOf(leaf: Leaf): string[] {
  switch (leaf.kind) {
    case 'statement':
      return leaf.subject.kind === 'account' ? [leaf.claimant] : subjectIds(leaf.subject);
    case 'withdrawal':
      return [leaf.statement];
    case 'claim':
      return [leaf.claim, ...subjectIds(leaf.subject)];
    case 'assurance':
      return [leaf.claim];
    case 'dispute':
      return [leaf.dispute, ...subjectIds(leaf.subject)];
    case 'match':
      return [leaf.match, ...subjectIds(leaf.subject)];
    case 'mandate':
      // Not under its agent: who asks about one principal must not find all that somebody speaks for.
      return [leaf.mandate, leaf.principal];
    case 'suspension':
      return [leaf.suspension, ...(leaf.action === 'suspend' ? (leaf.statements ?? [leaf.claimant]) : [])];
    case 'signal':
      return subjectIds(leaf.subject);
    case 'erasure':
      return leaf.scope === 'run' ? [] : [leaf.scope === 'opening' ? leaf.statement : leaf.claimant];
    case 'key':
    case 'receipt':
    case 'audit':
    case 'acceptance':
      return [];
  }
}

function mentionedBy(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'statement':
      return [leaf.claimant, ...(leaf.claim === undefined ? [] : [leaf.claim])];
    case 'claim':
      return [leaf.claimant];
    case 'dispute':
      return leaf.claims;
    case 'match':
      return [leaf.claim, leaf.claimant];
    case 'mandate':
      return [leaf.agent];
    default:
      return [];
  }
}

function subjectIds(subject: LeafSubject): string[] {
  switch (subject.kind) {
    case 'account':
      return [];
    case 'content': {
      const { work, sha256, md5, fingerprints = [] } = subject;
      const digests = [sha256, md5].filter((digest) => digest !== undefined);
      return [work, ...digests, ...fingerprints.map(({ value }) => value)];
    }
    default:
      return [subject.xxh64];
  }
}

function unique(ids: readonly string[]): bigint[] {
  return [...new Set(ids.map(idKey))];
}
