import { nodeSha256 as sha256 } from '../../../src/log-key/node-sha256.js';

/**
 * The tree of RFC 6962 §2.1 by its definition, word for word: recursive, over ranges of leaves, with its own hashing of leaves and nodes.
 * What it knows it remembers, and ranges of leaves that are all the same are known by their length, so that a tree of
 * 2^52 leaves of which a few differ can be asked as well.
 */
export class NaiveTree {
  readonly #known = new Map<string, Uint8Array>();

  /** `special` lists, in order, the leaves that are not like all others; left out, every leaf is special. */
  constructor(private readonly special?: readonly number[]) {}

  leafHash(index: number): Uint8Array {
    const isSpecial = this.special?.includes(index) ?? true;
    return sha256(Buffer.from(isSpecial ? `\0${index}` : '\0plain'));
  }

  /** MTH(D[start:end]). */
  mth(start: number, end: number): Uint8Array {
    const leaves = end - start;
    const isPlain = this.special !== undefined && !this.special.some((leaf) => leaf >= start && leaf < end);
    const name = isPlain ? `plain ${leaves}` : `${start} ${end}`;
    const known = this.#known.get(name);
    if (known !== undefined) {
      return known;
    }
    let hash: Uint8Array;
    if (leaves === 0) {
      hash = sha256(Buffer.alloc(0));
    } else if (leaves === 1) {
      hash = this.leafHash(start);
    } else {
      const k = split(leaves);
      hash = sha256(Buffer.concat([Buffer.of(1), this.mth(start, start + k), this.mth(start + k, end)]));
    }
    this.#known.set(name, hash);
    return hash;
  }

  /** PATH(m, D[start:end]), §2.1.1. */
  path(m: number, start: number, end: number): Uint8Array[] {
    const n = end - start;
    if (n === 1) {
      return [];
    }
    const k = split(n);
    return m < k
      ? [...this.path(m, start, start + k), this.mth(start + k, end)]
      : [...this.path(m - k, start + k, end), this.mth(start, start + k)];
  }

  /** PROOF(m, D[0:n]), §2.1.2. */
  proof(m: number, n: number): Uint8Array[] {
    return this.#subproof(m, 0, n, true);
  }

  #subproof(m: number, start: number, end: number, complete: boolean): Uint8Array[] {
    const n = end - start;
    if (m === n) {
      return complete ? [] : [this.mth(start, end)];
    }
    const k = split(n);
    return m <= k
      ? [...this.#subproof(m, start, start + k, complete), this.mth(start + k, end)]
      : [...this.#subproof(m - k, start + k, end, false), this.mth(start, start + k)];
  }

  /** As the code under test asks for perfect subtrees. */
  readonly subtree = (level: number, index: number): Uint8Array =>
    this.mth(index * 2 ** level, (index + 1) * 2 ** level);
}

/** "The largest power of two smaller than n." */
export function split(n: number): number {
  let k = 1;
  while (k * 2 < n) {
    k *= 2;
  }
  return k;
}
