/**
 * Base64 of RFC 4648 §4 with padding. One text for some bytes: Node's decoder alone would skip strange characters and bits
 * left over, so that a changed file could pass for the one that was signed.
 */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
