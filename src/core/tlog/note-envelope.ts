/**
 * What c2sp.org/tlog-proof and c2sp.org/tlog-witness put before a checkpoint: some lines of their own, hashes one a line
 * in base64, and an empty line. The checkpoint follows byte for byte.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
import { type Refusal, refuse } from '../bytes/refusal.js';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.js';
import { HASH_LENGTH } from '../merkle/node-hash.js';
import { MAX_NOTE_BYTES } from './signed-note.js';

/** More than any proof has: a tree of 2^63 leaves has 63 levels above them. */
export const MAX_PROOF_HASHES = 63;

export interface NoteEnvelope {
  readonly lines: readonly string[];
  /** The signed note, unread. */
  readonly checkpoint: Uint8Array;
}

export type EnvelopeProblemCode = 'too-large' | 'no-empty-line';

const NEWLINE = 0x0a;

/** Splits at the first empty line; none of the lines before it is empty. */
export function openEnvelope(
  bytes: Uint8Array,
): ({ readonly ok: true } & NoteEnvelope) | Refusal<EnvelopeProblemCode> {
  if (bytes.length > 2 * MAX_NOTE_BYTES) {
    return refuse('too-large', `More than ${2 * MAX_NOTE_BYTES} bytes are not read.`);
  }
  const end = bytes.findIndex((byte, at) => byte === NEWLINE && bytes[at + 1] === NEWLINE);
  const header = end < 0 ? undefined : decodeUtf8(bytes.slice(0, end));
  return header === undefined || header === '' || header.startsWith('\n')
    ? refuse(
        'no-empty-line',
        'An empty line must stand between the lines before the checkpoint and the checkpoint.',
      )
    : { ok: true, lines: header.split('\n'), checkpoint: bytes.slice(end + 2) };
}

export function closeEnvelope({ lines, checkpoint }: NoteEnvelope): Uint8Array {
  return concatBytes(encodeUtf8(`${lines.join('\n')}\n\n`), checkpoint);
}

/** The hashes, or undefined when a line is none, or there are more than 63. */
export function parseHashLines(lines: readonly string[]): readonly Uint8Array[] | undefined {
  if (lines.length > MAX_PROOF_HASHES) {
    return undefined;
  }
  const hashes = lines.flatMap((line) => {
    const hash = decodeBase64(line);
    return hash?.length === HASH_LENGTH ? [hash] : [];
  });
  return hashes.length === lines.length ? hashes : undefined;
}

/** Throws `RangeError` for more than 63 hashes, or one that is not 32 bytes. */
export function formatHashLines(hashes: readonly Uint8Array[]): string[] {
  if (hashes.length > MAX_PROOF_HASHES || hashes.some((hash) => hash.length !== HASH_LENGTH)) {
    throw new RangeError(`A proof has at most ${MAX_PROOF_HASHES} hashes of ${HASH_LENGTH} bytes.`);
  }
  return hashes.map(encodeBase64);
}
