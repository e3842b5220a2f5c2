/**
 * Signed notes, c2sp.org/signed-note: a text, an empty line, signature lines. Read strictly, so that every note has one
 * spelling and one place where the text ends. Nothing in a note may be used before `verifyNote` has accepted it.
 */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.js';
import {
  type NoteSignature,
  type SignatureLinesProblemCode,
  formatSignatureLine,
  parseSignatureLines,
} from './note-signature.js';
import { hasControlCharacter, isNoteText } from './note-text.js';

export interface SignedNote {
  /** What is signed: ends in a newline, without the empty line after it. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** In bytes. */
export const MAX_NOTE_BYTES = 1_000_000;

export type NoteProblemCode =
  'too-large' | 'not-utf8' | 'control-character' | 'no-empty-line' | SignatureLinesProblemCode;

export type ParsedNote = { readonly ok: true; readonly note: SignedNote } | Refusal<NoteProblemCode>;

export function parseSignedNote(bytes: Uint8Array): ParsedNote {
  if (bytes.length > MAX_NOTE_BYTES) {
    return refuse('too-large', `A note of more than ${MAX_NOTE_BYTES} bytes is not read.`);
  }
  const whole = decodeUtf8(bytes);
  if (whole === undefined) {
    return refuse('not-utf8', 'A note must be UTF-8.');
  }
  if (hasControlCharacter(whole)) {
    return refuse('control-character', 'A note must not hold control characters other than newlines.');
  }
  // The text may hold empty lines itself: the last one ends it.
  const end = whole.lastIndexOf('\n\n');
  if (end < 0) {
    return refuse('no-empty-line', 'A note needs an empty line between its text and its signatures.');
  }
  const lines = parseSignatureLines(whole.slice(end + 2));
  return lines.ok
    ? { ok: true, note: { text: whole.slice(0, end + 1), signatures: lines.signatures } }
    : lines;
}

/** The bytes of a note. Throws `RangeError` for one that `parseSignedNote` would not read back. */
export function formatSignedNote({ text, signatures }: SignedNote): Uint8Array {
  if (!isNoteText(text)) {
    throw new RangeError('The text of a note ends in a newline and has no other control characters.');
  }
  const bytes = encodeUtf8(`${text}\n${signatures.map(formatSignatureLine).join('')}`);
  if (!parseSignedNote(bytes).ok) {
    throw new RangeError('A note has 1 to 64 signatures and at most 1,000,000 bytes.');
  }
  return bytes;
}
