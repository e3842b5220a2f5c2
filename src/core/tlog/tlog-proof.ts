/**
 * Proofs that a log holds an entry, c2sp.org/tlog-proof: `c2sp.org/tlog-proof@v1`, extra data if any, the index, the
 * inclusion proof, and the checkpoint that it leads to. Kept in files named `.tlog-proof`, checked without a network.
 */
import { decodeBase64, encodeBase64 } from '../bytes/base64.js';
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

export interface TlogProof {
  /** Opaque and vouched for by nobody; at least one byte. */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** The leaf's sibling first. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, byte for byte as the log gave it. */
  readonly checkpoint: Uint8Array;
}

export type TlogProofProblemCode =
  EnvelopeProblemCode | 'not-a-proof' | 'bad-extra' | 'bad-index' | 'bad-hash';

export type ParsedTlogProof =
  { readonly ok: true; readonly proof: TlogProof } | Refusal<TlogProofProblemCode>;

const VERSION_LINE = 'c2sp.org/tlog-proof@v1';
const EXTRA = 'extra ';
const INDEX = 'index ';

/** Reads the proof; whether it proves anything, `verifyTlogProof` says. */
export function parseTlogProof(bytes: Uint8Array): ParsedTlogProof {
  const envelope = openEnvelope(bytes);
  if (!envelope.ok) {
    return envelope;
  }
  const [version, second = '', ...others] = envelope.lines;
  if (version !== VERSION_LINE) {
    return refuse('not-a-proof', `The first line must be ${VERSION_LINE}.`);
  }
  const hasExtra = second.startsWith(EXTRA);
  const extra = hasExtra ? decodeBase64(second.slice(EXTRA.length)) : undefined;
  if (hasExtra && (extra === undefined || extra.length === 0)) {
    return refuse('bad-extra', 'Extra data must be base64; without any, the line must be left out.');
  }
  const [indexLine = '', ...hashLines] = hasExtra ? others : [second, ...others];
  const index = indexLine.startsWith(INDEX) ? parseDecimal(indexLine.slice(INDEX.length)) : undefined;
  if (index === undefined) {
    return refuse('bad-index', 'The line of the index must be "index" and a number up to 2^53 - 1.');
  }
  const hashes = parseHashLines(hashLines);
  if (hashes === undefined) {
    return refuse(
      'bad-hash',
      'The inclusion proof must be at most 63 lines, each a hash of 32 bytes in base64.',
    );
  }
  const { checkpoint } = envelope;
  return { ok: true, proof: { ...(extra === undefined ? {} : { extra }), index, hashes, checkpoint } };
}

/** The bytes of the file. Throws `RangeError` for a proof that `parseTlogProof` would not read back. */
export function formatTlogProof({ extra, index, hashes, checkpoint }: TlogProof): Uint8Array {
  assertTreeSize(index);
  if (extra?.length === 0) {
    throw new RangeError('Extra data without a byte are left out.');
  }
  return closeEnvelope({
    lines: [
      VERSION_LINE,
      ...(extra === undefined ? [] : [EXTRA + encodeBase64(extra)]),
      INDEX + String(index),
      ...formatHashLines(hashes),
    ],
    checkpoint,
  });
}
