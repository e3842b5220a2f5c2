/** What a case of the vectors gives as text, or in hexadecimal where it is no text. */
export function octets(text: string | undefined, hex: string | undefined): Uint8Array {
  return new Uint8Array(text === undefined ? Buffer.from(hex ?? '', 'hex') : Buffer.from(text, 'utf8'));
}

export function utf8(text: string): Uint8Array {
  return octets(text, undefined);
}
