import { readVectors } from '../url/vector-file.js';

interface Refused {
  readonly code: string;
  readonly reason: string;
}

/** Hashes are base64; the entry at index i is the decimal of i. */
interface MerkleVectors {
  readonly roots: readonly {
    readonly entries: readonly string[];
    readonly root: string;
    readonly reason: string;
  }[];
  readonly nodes: readonly {
    readonly left: string;
    readonly right: string;
    readonly hash: string;
    readonly reason: string;
  }[];
  readonly counting: readonly { readonly size: number; readonly root: string }[];
  readonly inclusion: readonly InclusionVector[];
  readonly consistency: readonly ConsistencyVector[];
  readonly refusedInclusion: readonly (InclusionVector &
    Refused & { readonly leafHash: string; readonly root: string })[];
  readonly refusedConsistency: readonly (ConsistencyVector &
    Refused & { readonly oldRoot: string; readonly newRoot: string })[];
}

interface InclusionVector {
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
}

interface ConsistencyVector {
  readonly oldSize: number;
  readonly newSize: number;
  readonly proof: readonly string[];
}

export const MERKLE_VECTORS = readVectors('merkle-tree.v1.json') as MerkleVectors;

export function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
