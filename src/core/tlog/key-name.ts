/**
 * Names of keys, c2sp.org/signed-note: not empty, no Unicode spaces, no plus. Names with control characters or lone
 * surrogates are refused too, since no note can carry them.
 */
import { isWellFormedText } from '../json/well-formed-text.js';
import { hasControlCharacter } from './note-text.js';

const NAME = /^[^\p{White_Space}+]+$/u;

export function isKeyName(name: string): boolean {
  return NAME.test(name) && !hasControlCharacter(name) && isWellFormedText(name);
}
