/**
 * The body of a request to a witness, c2sp.org/tlog-witness ("add-checkpoint"): the size that the witness is thought to
 * know, the consistency proof from there, and the checkpoint.
 */
import { type Refusal, refuse } from '../bytes/refusal.js';
import { assertTreeSize } from '../merkle/tree-size.js';
import { parseDecimal } from './decimal.js';
import {
  type EnvelopeProblemCode,
  closeEnvelope,
  formatHashLines,
  openEnvelope,
  parseHashLines,
} from './note-envelope.js';

export interface AddCheckpointRequest {
  readonly oldSize: number;
  /** Empty when the old size is 0. */
  readonly proof: readonly Uint8Array[];
  /** The signed note, unread. */
  readonly checkpoint: Uint8Array;
}

export type AddCheckpointProblemCode = EnvelopeProblemCode | 'bad-old-size' | 'bad-hash';

export type ParsedAddCheckpointRequest =
  { readonly ok: true; readonly request: AddCheckpointRequest } | Refusal<AddCheckpointProblemCode>;

const OLD = 'old ';

/** Reads the form only. What is refused here, a witness answers with `bad-request`. */
export function parseAddCheckpointRequest(body: Uint8Array): ParsedAddCheckpointRequest {
  const envelope = openEnvelope(body);
  if (!envelope.ok) {
    return envelope;
  }
  const [first = '', ...hashLines] = envelope.lines;
  const oldSize = first.startsWith(OLD) ? parseDecimal(first.slice(OLD.length)) : undefined;
  if (oldSize === undefined) {
    return refuse('bad-old-size', 'The first line must be "old" and a size up to 2^53 - 1.');
  }
  const proof = parseHashLines(hashLines);
  return proof === undefined
    ? refuse('bad-hash', 'The proof must be at most 63 lines, each a hash of 32 bytes in base64.')
    : { ok: true, request: { oldSize, proof, checkpoint: envelope.checkpoint } };
}

/** Throws `RangeError` for a size or a proof that no request can carry. */
export function formatAddCheckpointRequest({ oldSize, proof, checkpoint }: AddCheckpointRequest): Uint8Array {
  assertTreeSize(oldSize);
  return closeEnvelope({ lines: [OLD + String(oldSize), ...formatHashLines(proof)], checkpoint });
}
