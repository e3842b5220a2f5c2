/** An item as it is looked up in a log, which knows places by the SHA-256 of their expressions alone. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Item } from '../consent/coverage.js';
import type { PlaceKind } from '../consent/subject.js';
import type { Sha256 } from '../log/sha256.js';
import type { RecognisedBy } from './subject-name.js';

/** One of the expressions under which an address is looked up; with `denyOnly` it never carries a yes. */
export interface PlaceDigest {
  readonly kind: PlaceKind;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly denyOnly: boolean;
}

/** A digest or fingerprint that leaves may name, and how far it lies from the item's own. */
export interface Recognition {
  readonly by: RecognisedBy;
  /** As leaves write it: lower-case hexadecimal. */
  readonly value: string;
  /** 0 for a digest; for a fingerprint `likenessDistance` of the bits that differ, within the asker's policy. */
  readonly distance: number;
}

export interface DigestedItem {
  /** The expressions of its own address, the most specific first. */
  readonly outer: readonly PlaceDigest[];
  /** For each address carried inside, its expressions, the most specific first. */
  readonly embedded: readonly (readonly PlaceDigest[])[];
  /** What its bytes, picture, sound or text were found to be, or to be like. */
  readonly recognised: readonly Recognition[];
}

/** An item with its expressions digested; `recognised` is for who has its bytes. */
export function digestItem(
  { outer, embedded }: Pick<Item, 'outer' | 'embedded'>,
  sha256: Sha256,
  recognised: readonly Recognition[] = [],
): DigestedItem {
  const utf8 = new TextEncoder();
  const digest = (expressions: Item['outer']) =>
    expressions.map(({ kind, expression, denyOnly }) => ({
      kind,
      sha256: bytesToHex(sha256(utf8.encode(expression))),
      denyOnly,
    }));
  return { outer: digest(outer), embedded: embedded.map(digest), recognised };
}
