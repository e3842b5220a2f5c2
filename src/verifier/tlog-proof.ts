/**
 * Proofs that a log holds a leaf, c2sp.org/tlog-proof: `c2sp.org/tlog-proof@v1`, extra data if any, the index, the hashes on
 * the way to the root, an empty line, and the checkpoint.
 */
import { decodeBase64 } from './base64.js';
import { type Checkpoint, parseCheckpoint, parseCount } from './checkpoint.js';
import { HASH_LENGTH } from './sha256.js';
import { VerificationFailed } from './verification-failed.js';

export interface TlogProof {
  /** Vouched for by nobody. Our own proofs put the leaf here. */
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  /** The leaf's sibling first. */
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: Checkpoint;
}

/** In bytes: a leaf in base64, the hashes of the greatest tree, and a note. */
export const MAX_PROOF_LENGTH = 1_200_000;

/** More than the greatest tree that any number here can count has on the way to its root. */
const MAX_HASHES = 63;

const FIRST_LINE = Buffer.from('c2sp.org/tlog-proof@v1\n');

export function isProof(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, FIRST_LINE.length), FIRST_LINE) === 0;
}

/** Says nothing about what it proves. Throws VerificationFailed: bad-proof, bad-note, bad-checkpoint. */
export function parseProof(bytes: Uint8Array, path: string): TlogProof {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.indexOf('\n\n');
  if (!isProof(bytes) || end < 0) {
    throw badProof(
      path,
      'has not "c2sp.org/tlog-proof@v1" as its first line, and an empty line before a checkpoint.',
    );
  }
  const [, ...lines] = file.toString('latin1', 0, end).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()?.slice(6) ?? '') : null;
  if (extra === undefined || extra?.length === 0) throw badProof(path, 'has a line "extra" without base64.');
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? parseCount(indexLine.slice(6)) : undefined;
  if (index === undefined) throw badProof(path, 'has no line "index" with the number of the leaf.');
  if (lines.length > MAX_HASHES) throw badProof(path, `has more than ${MAX_HASHES} hashes.`);
  const hashes = lines.map((line, at) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_LENGTH) throw badProof(path, `has a hash that is none, number ${at + 1}.`);
    return hash;
  });
  return {
    extra: extra ?? undefined,
    index,
    hashes,
    checkpoint: parseCheckpoint(file.subarray(end + 2), path),
  };
}

function badProof(path: string, what: string): VerificationFailed {
  return new VerificationFailed('bad-proof', `${path} is not a proof: it ${what}`, { path });
}
