/** UTF-8 (RFC 3629) such that reading and writing are inverse: nothing is replaced, and a byte order mark is kept. */
const encoder = new TextEncoder();

/** The bytes of a text without lone surrogates; those would be replaced, so callers refuse them first. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text, or undefined when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
