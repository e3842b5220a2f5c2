/**
 * The short cut of canonical URL v1: most addresses are canonical once their scheme is cut off. It knows no rule of its
 * own; it recognises addresses on which none of the rules has anything to do, and leaves all others to them.
 */
import { hasTrackingParameter } from './tracking-parameters.js';

/** In UTF-16 code units. A regular expression with repeated groups keeps a stack, which an endless text would burst. */
const LONGEST = 2_048;

/** A dotted name in lower case whose last label cannot be part of a number; no Punycode, as it might not be valid. */
const HOST = String.raw`(?:(?!xn--)[a-z0-9_-]*\.)+(?!xn--)[a-z][a-z0-9_-]*`;

/** What RFC 3986 allows in path and query, without `'`, which a query escapes, `;`, which ends entities, and the dot. */
const CHARACTER = String.raw`[A-Za-z0-9\-_~!$&()*+,=:@/?]`;

/** A dot that ends no segment, as every dot segment does. */
const DOT = String.raw`\.(?=[^/?])`;

/** An escape in upper case of a byte that is not unreserved: 00-2C, 2F, 3A-40, 5B-5E, 60, 7B-7D, 7F-FF. */
const ESCAPE = '%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[BCDF])';

const PLAIN = new RegExp(`^https?://${HOST}/${CHARACTER}*(?:(?:${DOT}|${ESCAPE})${CHARACTER}*)*$`);

/** The canonical form of an address that only has to lose its scheme; undefined for every other text. */
export function plainAddress(text: string): string | undefined {
  if (text.length > LONGEST || !PLAIN.test(text)) {
    return undefined;
  }
  const query = text.indexOf('?');
  return query !== -1 && losesParameters(text.slice(query + 1))
    ? undefined
    : text.slice(text.indexOf('/') + 2);
}

/** Rule 7 takes the mark of an empty query too. */
function losesParameters(query: string): boolean {
  return query === '' || hasTrackingParameter(query);
}
