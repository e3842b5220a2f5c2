const SIGNATURES: readonly (readonly [contentType: string, at: number, start: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
];

/** What a screenshot may be. */
export const SCREENSHOT_TYPES: readonly string[] = SIGNATURES.map(([contentType]) => contentType);

/** By the first bytes alone; whatever else it is, a browser is told that it is bytes. */
export function contentTypeOf(bytes: Uint8Array): string {
  const found = SIGNATURES.find(
    ([, at, start]) => Buffer.from(bytes.subarray(at, at + start.length)).toString('latin1') === start,
  );
  return found?.[0] ?? 'application/octet-stream';
}
