/** What a new key signs to prove that whoever adds it to the log also holds it. */
import type { KeyAddition } from './key-leaf.js';

/**
 * The text whose UTF-8 bytes the key signs with Ed25519 (RFC 8032): a line for each member of its leaf that says what
 * the key is for, each ended by a line feed; the last line only when the key has an end.
 */
export function keyEndorsementText(
  key: Pick<KeyAddition, 'origin' | 'role' | 'vkey' | 'from' | 'until'>,
): string {
  const until = key.until === undefined ? '' : `until ${key.until}\n`;
  return `assent key endorsement v1\norigin ${key.origin}\nrole ${key.role}\nkey ${key.vkey}\nfrom ${key.from}\n${until}`;
}
