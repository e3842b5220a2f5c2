/** The tree of RFC 6962 §2.1, built from the left: only the perfect subtrees that are not yet part of a greater one are kept. */
import { EMPTY_ROOT, nodeHash } from './sha256.js';

export class TreeStack {
  /** From left to right; each is lower than the one before. A subtree of height h has 2^h leaves. */
  readonly #subtrees: { readonly height: number; readonly hash: Buffer }[] = [];
  readonly #onPerfect: (height: number, hash: Uint8Array) => void;
  #size = 0;

  /** @param onPerfect hears of every perfect subtree once it is complete, those within it before */
  constructor(onPerfect: (height: number, hash: Uint8Array) => void) {
    this.#onPerfect = onPerfect;
  }

  get size(): number {
    return this.#size;
  }

  push(leaf: Buffer): void {
    let height = 0;
    let hash = leaf;
    this.#onPerfect(height, hash);
    for (let left = this.#subtrees.at(-1); left?.height === height; left = this.#subtrees.at(-1)) {
      this.#subtrees.pop();
      hash = nodeHash(left.hash, hash);
      height += 1;
      this.#onPerfect(height, hash);
    }
    this.#subtrees.push({ height, hash });
    this.#size += 1;
  }

  /** Of the tree of the leaves so far. */
  root(): Buffer {
    const [last, ...before] = this.#subtrees.map(({ hash }) => hash).toReversed();
    return last === undefined ? EMPTY_ROOT : before.reduce((right, left) => nodeHash(left, right), last);
  }
}
