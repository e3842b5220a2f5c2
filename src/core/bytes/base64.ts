/**
 * Base 64 with padding (RFC 4648 §4), read so that every byte string has exactly one spelling: no white space, no other
 * alphabet, padding where it belongs, and unused bits zero (§3.5). A second spelling would be a second signed text.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET, (digit, value) => [digit, value]));
const PADDING = '=';

export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = held * 256 + byte;
    for (bits += 8; bits >= 6; bits -= 6) {
      const unit = 2 ** (bits - 6);
      text += ALPHABET.charAt(Math.floor(held / unit));
      held %= unit;
    }
  }
  if (bits > 0) {
    text += ALPHABET.charAt(held * 2 ** (6 - bits));
  }
  return text + PADDING.repeat((4 - (text.length % 4)) % 4);
}

/** The bytes, or undefined for anything but their one spelling. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) {
    return undefined;
  }
  const digits = text.replace(/={1,2}$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const digit of digits) {
    const value = VALUES.get(digit);
    if (value === undefined) {
      return undefined;
    }
    held = held * 64 + value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = Math.floor(held / 2 ** bits);
      held %= 2 ** bits;
      length += 1;
    }
  }
  return held === 0 ? bytes : undefined;
}
