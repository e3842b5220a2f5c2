import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { base32 } from './base32.js';

/** What every authenticator app knows without being told: HMAC-SHA-1, six digits, half a minute (RFC 6238 §4, §5.2). */
export const STEP_SECONDS = 30;
export const DIGITS = 6;
/** As long as the hash (RFC 4226 §4, R6). */
export const SECRET_BYTES = 20;
/** A clock may be one step behind or ahead, and a code be sent when its time is just over (RFC 6238 §5.2). */
const STEPS_ASIDE = 1;

/** The step of time that a moment lies in. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / STEP_SECONDS);
}

/** The code of one step: the truncated HMAC of its number (RFC 4226 §5.3). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(step));
  const digest = hmac(sha1, secret, counter);
  const offset = (digest[digest.length - 1] ?? 0) & 15;
  const number = new DataView(digest.buffer, digest.byteOffset).getUint32(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step whose code was typed, blanks aside; undefined when it is none of those that count now. All of them are compared to their
 * last digit, so that the time taken tells nothing.
 */
export function stepTyped(secret: Uint8Array, typed: string, now: Date): number | undefined {
  const digits = typed.replaceAll(/\s/g, '');
  const middle = stepAt(now);
  let found: number | undefined;
  for (let step = middle - STEPS_ASIDE; step <= middle + STEPS_ASIDE; step += 1) {
    if (isSameText(codeAt(secret, step), digits)) found = step;
  }
  return found;
}

function isSameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/** What the code for cameras holds: the format that Google Authenticator began and every app reads. */
export function keyUri(secret: Uint8Array, { issuer, holder }: { issuer: string; holder: string }): string {
  const name = (text: string): string => encodeURIComponent(text.replaceAll(':', ' '));
  return `otpauth://totp/${name(issuer)}:${name(holder)}?secret=${base32(secret)}&issuer=${name(issuer)}`;
}
