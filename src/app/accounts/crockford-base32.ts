/** Crockford's Base32: no I, L, O or U, so that a code read aloud or off paper has one reading. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_CHARACTER = 5;
const CODE = /^[0-9A-HJKMNP-TV-Z]+$/;
const GROUPS = /.{1,4}/g;

/** Writes bytes, 5 bits a character, big end first. The length is a multiple of 5 bytes. */
export function writeCrockford(bytes: Uint8Array): string {
  let text = '';
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= BITS_PER_CHARACTER) {
      bits -= BITS_PER_CHARACTER;
      text += ALPHABET.charAt((value >> bits) & 31);
    }
  }
  return text;
}

/** The code that somebody typed, as it was written out; undefined when it cannot be one of this many characters. */
export function readCrockford(typed: string, length: number): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === length && CODE.test(code) ? code : undefined;
}

/** `ABCD-EFGH`: the form for reading; `readCrockford` takes it back. */
export function inGroups(code: string): string {
  return code.match(GROUPS)?.join('-') ?? code;
}
