/**
 * Evidence against a log in one file that travels: two checkpoints that it signed and that contradict each other, or whose
 * consistency somebody failed to prove. Whoever has the keys of the log can check it without asking anybody.
 */
import { encodeBase64 } from '../core/bytes/base64.js';
import { equalBytes } from '../core/bytes/equal-bytes.js';
import { type Refusal, refuse } from '../core/bytes/refusal.js';
import { decodeUtf8, encodeUtf8 } from '../core/bytes/utf8.js';
import { FieldError, FieldReader } from '../core/json/field-reader.js';
import { parseStrictJson } from '../core/json/parse-strict-json.js';
import { verifyConsistency } from '../core/merkle/verify-consistency.js';
import type { Checkpoint } from '../core/tlog/checkpoint.js';
import { parseHashLines } from '../core/tlog/note-envelope.js';
import { openCheckpoint } from '../core/tlog/open-checkpoint.js';
import { MAX_NOTE_BYTES } from '../core/tlog/signed-note.js';
import type { VerifierKey } from '../core/tlog/verifier-key.js';
import { verifyEd25519 } from '../log-key/node-ed25519.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import type { Contradiction } from './judge-checkpoint.js';

export interface LogEvidence {
  /** Signed notes; the first is of the smaller tree, and what a witness cosigned. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** The hashes that were given as proof that the first tree is the beginning of the second. */
  readonly proof: readonly Uint8Array[];
}

export type EvidenceProblemCode =
  | 'not-evidence'
  /** The keys given did not sign both. */
  | 'not-signed'
  | 'two-logs'
  | 'no-contradiction';

export type CheckedEvidence =
  | {
      readonly ok: true;
      readonly shows: Contradiction;
      readonly first: Checkpoint;
      readonly second: Checkpoint;
    }
  | Refusal<EvidenceProblemCode>;

const FORMAT = 'assent-log-evidence';
const VERSION = 1;

/** More than two notes with every character escaped can take. */
export const MAX_EVIDENCE_BYTES = 13 * MAX_NOTE_BYTES;

/** The bytes of the file: JSON, so that any language takes the notes out of it byte for byte. */
export function formatLogEvidence({ first, second, proof }: LogEvidence): Uint8Array {
  const [firstText, secondText] = [decodeUtf8(first), decodeUtf8(second)];
  if (firstText === undefined || secondText === undefined) throw new RangeError('A signed note is UTF-8.');
  const file = {
    format: FORMAT,
    version: VERSION,
    first: firstText,
    second: secondText,
    proof: proof.map(encodeBase64),
  };
  return encodeUtf8(`${JSON.stringify(file, undefined, 2)}\n`);
}

export function parseLogEvidence(
  bytes: Uint8Array,
): { readonly ok: true; readonly evidence: LogEvidence } | Refusal<'not-evidence'> {
  const text = bytes.length > MAX_EVIDENCE_BYTES ? undefined : decodeUtf8(bytes);
  if (text === undefined) return refuse('not-evidence', 'The file is too large, or not UTF-8.');
  const json = parseStrictJson(text);
  if (!json.ok) return refuse('not-evidence', json.problem.message);
  try {
    return { ok: true, evidence: FieldReader.object(json.value, '', readFields) };
  } catch (error) {
    if (error instanceof FieldError) return refuse('not-evidence', error.message);
    throw error;
  }
}

function readFields(fields: FieldReader): LogEvidence {
  fields.choice('format', [FORMAT]);
  fields.whole('version', VERSION, VERSION);
  const lines = fields.value('proof');
  const isText = Array.isArray(lines) && lines.every((line): line is string => typeof line === 'string');
  const proof = isText ? parseHashLines(lines) : undefined;
  if (proof === undefined) {
    const message = 'proof must be a list of at most 63 hashes of 32 bytes in base64.';
    throw new FieldError('wrong-value', fields.at('proof'), message);
  }
  const note = (name: string) => encodeUtf8(fields.text(name, { maximum: MAX_NOTE_BYTES }));
  return { first: note('first'), second: note('second'), proof };
}

/** What a file shows to somebody who trusts these keys to be the log's. */
export function checkLogEvidence(bytes: Uint8Array, keys: readonly VerifierKey[]): CheckedEvidence {
  const parsed = parseLogEvidence(bytes);
  if (!parsed.ok) return parsed;
  const { first, second, proof } = parsed.evidence;
  const [one, two] = [first, second].map((note) => openCheckpoint(note, keys, verifyEd25519));
  if (one?.ok !== true) return refuse('not-signed', `first: ${one?.problem.message ?? ''}`);
  if (two?.ok !== true) return refuse('not-signed', `second: ${two?.problem.message ?? ''}`);
  const [older, newer] = [one.checkpoint, two.checkpoint];
  if (older.origin !== newer.origin) return refuse('two-logs', 'The two checkpoints are of different logs.');
  const shows = contradictionOf(older, newer, proof);
  return shows === undefined
    ? refuse('no-contradiction', 'The proof holds: the first tree is the beginning of the second.')
    : { ok: true, shows, first: older, second: newer };
}

function contradictionOf(
  first: Checkpoint,
  second: Checkpoint,
  proof: readonly Uint8Array[],
): Contradiction | undefined {
  if (first.size === second.size) return equalBytes(first.root, second.root) ? undefined : 'fork';
  const claim = {
    oldSize: first.size,
    oldRoot: first.root,
    newSize: second.size,
    newRoot: second.root,
    proof,
  };
  return verifyConsistency(claim, nodeSha256).ok ? undefined : 'unproven';
}
