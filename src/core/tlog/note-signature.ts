/** The signature lines of c2sp.org/signed-note: `— <key name> <base64(key id ‖ signature)>`. */
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { isKeyName } from './key-name.js';

export interface NoteSignature {
  readonly name: string;
  /** 8 lower-case hexadecimal digits. */
  readonly keyId: string;
  /** Without the key id; at least one byte. */
  readonly signature: Uint8Array;
}

/** More than any note in use has, and a bound on what one costs to verify. */
export const MAX_SIGNATURES = 64;

export type SignatureLinesProblemCode = 'no-signatures' | 'too-many-signatures' | 'bad-signature-line';

export type ParsedSignatureLines =
  { readonly ok: true; readonly signatures: readonly NoteSignature[] } | Refusal<SignatureLinesProblemCode>;

const LINE = /^\u2014 ([^ ]+) ([^ ]+)$/u;
const KEY_ID_BYTES = 4;

/** Reads one line or more, each with its newline. */
export function parseSignatureLines(text: string): ParsedSignatureLines {
  const lines = text.split('\n');
  if (lines.pop() !== '') {
    return refuse('bad-signature-line', 'The last signature line must end in a newline.');
  }
  if (lines.length === 0) {
    return refuse('no-signatures', 'There is no signature line.');
  }
  if (lines.length > MAX_SIGNATURES) {
    return refuse('too-many-signatures', `More than ${MAX_SIGNATURES} signature lines are not read.`);
  }
  const signatures: NoteSignature[] = [];
  for (const [index, line] of lines.entries()) {
    const signature = parseLine(line);
    if (signature === undefined) {
      return refuse(
        'bad-signature-line',
        `Signature line ${index + 1} must be an em dash, a space, a key name, a space and base64.`,
      );
    }
    signatures.push(signature);
  }
  return { ok: true, signatures };
}

/** One line with its newline. Throws `RangeError` for a signature that no line can carry. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(keyId) || signature.length === 0) {
    throw new RangeError('A signature line needs a key name, 8 hexadecimal digits and a signature.');
  }
  return `\u2014 ${name} ${encodeBase64(concatBytes(hexToBytes(keyId), signature))}\n`;
}

function parseLine(line: string): NoteSignature | undefined {
  const [, name, encoded] = LINE.exec(line) ?? [];
  const blob = encoded === undefined ? undefined : decodeBase64(encoded);
  if (name === undefined || !isKeyName(name) || blob === undefined || blob.length <= KEY_ID_BYTES) {
    return undefined;
  }
  return { name, keyId: bytesToHex(blob.slice(0, KEY_ID_BYTES)), signature: blob.slice(KEY_ID_BYTES) };
}
