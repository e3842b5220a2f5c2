/** Signatures of type 0x01, c2sp.org/signed-note ("Ed25519 signatures"): over the text, with its last newline. */
import { encodeUtf8 } from '../bytes/utf8.js';
import type { SignEd25519 } from './ed25519.js';
import type { NoteSignature } from './note-signature.js';
import { isNoteText } from './note-text.js';
import type { NoteKey } from './verifier-key.js';

/** A private key, known only by what it signs, and the public key that checks it. */
export interface NoteSigner {
  readonly key: NoteKey;
  readonly sign: SignEd25519;
}

/** Throws `RangeError` for a text that cannot be a note's. */
export function signNote(text: string, { key, sign }: NoteSigner): NoteSignature {
  if (!isNoteText(text)) {
    throw new RangeError('Only a text that ends in a newline, without other control characters, is signed.');
  }
  return { name: key.name, keyId: key.keyId, signature: sign(encodeUtf8(text)) };
}
