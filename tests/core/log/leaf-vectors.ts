import { readFileSync } from 'node:fs';
import type { KeyAddition } from '../../../src/core/log/key-leaf.js';
import type { Leaf } from '../../../src/core/log/leaf.js';

/** The language-neutral vectors for leaves, as other implementations read them. */
export interface LeafVectors {
  readonly hashing: readonly { readonly entry: string; readonly hash: string; readonly reason: string }[];
  readonly largestEntry: { readonly byte: string; readonly length: number; readonly hash: string };
  readonly leaves: readonly {
    readonly leaf: Leaf;
    readonly text: string;
    readonly hash: string;
    readonly reason: string;
  }[];
  readonly refused: readonly {
    readonly text: string;
    readonly code: string;
    readonly path: string;
    readonly reason: string;
  }[];
  readonly places: readonly {
    readonly expression: string;
    readonly sha256: string;
    readonly xxh64: string;
  }[];
  readonly endorsements: readonly {
    readonly key: Pick<KeyAddition, 'origin' | 'role' | 'vkey' | 'from' | 'until'>;
    readonly text: string;
    readonly signature: string;
  }[];
}

const FILE = new URL('../../../schema/vectors/leaf.v1.json', import.meta.url);

export const LEAF_VECTORS = JSON.parse(readFileSync(FILE, 'utf8')) as LeafVectors;
