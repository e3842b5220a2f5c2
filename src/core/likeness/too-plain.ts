import type { PdqFingerprint } from './fingerprint.js';

/** Below this quality PDQ's authors advise against matching. */
export const LEAST_QUALITY = 50;

/** Of a picture's shorter side, in pixels: PDQ compares 64 × 64 means, and fewer pixels than that are made up. */
export const LEAST_EDGE = 64;

/**
 * Whether a picture says too little for a machine to call another the same: it is still looked for and shown to people.
 * `size` is the picture's own, before anything was made smaller.
 */
export function isTooPlain(
  { quality }: PdqFingerprint,
  size: { readonly width: number; readonly height: number },
): boolean {
  return quality < LEAST_QUALITY || Math.min(size.width, size.height) < LEAST_EDGE;
}
