/**
 * Any octets as a string and back, each string of octets as exactly one string. Octets that are UTF-8 become their text.
 * In all others every octet from 0x80 up becomes a lone surrogate, U+DC80 to U+DCFF, which no text of UTF-8 can hold.
 * For formats whose names are opaque octets that are nearly always UTF-8 (c2sp.org/tlog-policy, "Character set").
 */
import { isWellFormedText } from '../json/well-formed-text.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

const FIRST_NON_ASCII = 0x80;
const SURROGATE_BASE = 0xdc00;

export function textOfOctets(octets: Uint8Array): string {
  return (
    decodeUtf8(octets) ??
    Array.from(octets, (octet) =>
      String.fromCharCode(octet < FIRST_NON_ASCII ? octet : SURROGATE_BASE + octet),
    ).join('')
  );
}

/** The inverse of `textOfOctets`; for a string that it never gives, undefined. */
export function octetsOfText(text: string): Uint8Array | undefined {
  if (isWellFormedText(text)) {
    return encodeUtf8(text);
  }
  const octets = Uint8Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    return unit < FIRST_NON_ASCII ? unit : unit - SURROGATE_BASE;
  });
  return textOfOctets(octets) === text ? octets : undefined;
}
