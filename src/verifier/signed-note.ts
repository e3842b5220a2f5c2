/** Signed notes, c2sp.org/signed-note: a text, an empty line, and lines `— <key name> <base64(key ID ‖ signature)>`. */
import { decodeBase64 } from './base64.js';
import { shown } from './shown.js';
import { VerificationFailed } from './verification-failed.js';
import { isKeyName, isSignedBy, KEY_TYPES, type VerifierKey } from './verifier-key.js';

export interface NoteSignature {
  readonly name: string;
  /** 8 lower-case hexadecimal digits. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface SignedNote {
  /** What is signed: with its last newline, without the empty line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
  /** The file it was read from, for messages. */
  readonly path: string;
}

/** In bytes. */
export const MAX_NOTE_LENGTH = 1_000_000;

const MAX_SIGNATURES = 64;
const KEY_ID_LENGTH = 4;

/** Throws VerificationFailed `bad-note`. */
export function parseNote(bytes: Uint8Array, path: string): SignedNote {
  const whole = decodeText(bytes, path);
  if (whole.trimStart().startsWith('<')) {
    throw badNote(path, 'is a web page. A registry serves its log at /log: give that address.');
  }
  const end = whole.lastIndexOf('\n\n');
  if (end < 0) throw badNote(path, 'has no empty line between text and signatures.');
  const lines = whole.slice(end + 2).split('\n');
  if (lines.pop() !== '' || lines.length === 0) {
    throw badNote(path, 'must end in one signature line or more, each closed by a newline.');
  }
  if (lines.length > MAX_SIGNATURES) throw badNote(path, `has more than ${MAX_SIGNATURES} signatures.`);
  return {
    text: whole.slice(0, end + 1),
    signatures: lines.map((line, index) => parseSignature(line, index, path)),
    path,
  };
}

/**
 * Those of `keys` that signed the note as logs do. Signatures of other keys are passed over.
 * Throws VerificationFailed `bad-signature` when one that names a key of these is not by it.
 */
export function signersOf(note: SignedNote, keys: readonly VerifierKey[]): VerifierKey[] {
  return keys.filter((key) => {
    if (key.type !== KEY_TYPES.log) return false;
    const signature = signatureOf(note, key);
    if (signature === undefined) return false;
    if (!isSignedBy(key, Buffer.from(note.text), signature)) throw badSignature(note, key);
    return true;
  });
}

/** The first signature that names this key, without the key ID; those after it count for nothing. */
export function signatureOf({ signatures }: SignedNote, key: VerifierKey): Uint8Array | undefined {
  return signatures.find(({ name, id }) => name === key.name && id === key.id)?.bytes;
}

export function badSignature({ path }: SignedNote, key: VerifierKey): VerificationFailed {
  return new VerificationFailed(
    'bad-signature',
    `${path}: the signature that names the key ${shown(key.name)}+${key.id} is not one of that key over this text. The text or the signature was changed.`,
    { path },
  );
}

function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.length > MAX_NOTE_LENGTH)
    throw badNote(path, `is longer than the ${MAX_NOTE_LENGTH} bytes read at most.`);
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badNote(path, 'is not UTF-8.');
  }
  // The rule for notes names the characters below U+0020 only.
  // eslint-disable-next-line no-control-regex
  if (/[\0-\t\v-\x1f]/.test(text)) throw badNote(path, 'holds control characters.');
  return text;
}

function parseSignature(line: string, index: number, path: string): NoteSignature {
  const [, name, encoded] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const blob = decodeBase64(encoded ?? '');
  if (name === undefined || !isKeyName(name) || blob === undefined || blob.length <= KEY_ID_LENGTH) {
    throw badNote(path, `has a malformed signature line (number ${index + 1}).`);
  }
  return { name, id: blob.toString('hex', 0, KEY_ID_LENGTH), bytes: blob.subarray(KEY_ID_LENGTH) };
}

function badNote(path: string, what: string): VerificationFailed {
  return new VerificationFailed('bad-note', `${path} is not a signed note: it ${what}`, { path });
}
