/** What a text must be to be signed as a note, c2sp.org/signed-note ("Format"). */
import { isWellFormedText } from '../json/well-formed-text.js';

const FIRST_PRINTABLE = 0x20;

/** Whether it ends in a newline, can be written as UTF-8, and has no control characters below U+0020 but newlines. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && isWellFormedText(text) && !hasControlCharacter(text);
}

/** Whether a character below U+0020 other than a newline is in the text. */
export function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_PRINTABLE && unit !== 0x0a) {
      return true;
    }
  }
  return false;
}
