import type { LogTreeStore, SignedCheckpoint } from '../ports/log-tree.js';

/**
 * The checkpoint that witnesses are asked to cosign. Nobody is asked about a newer one before somebody has been asked twice:
 * were each witness asked for the newest, no checkpoint of a busy log would ever be cosigned by all of them.
 */
export class AskedCheckpoint {
  readonly #logTree: LogTreeStore;
  readonly #asked = new Set<object>();
  #chosen: Promise<SignedCheckpoint | undefined> | undefined;

  constructor(logTree: LogTreeStore) {
    this.#logTree = logTree;
  }

  /** Undefined when nothing was signed yet. @param witness whoever is to be asked about it */
  current(witness: object): Promise<SignedCheckpoint | undefined> {
    if (this.#chosen === undefined || this.#asked.has(witness)) {
      this.#asked.clear();
      this.#chosen = this.#logTree.latest();
    }
    this.#asked.add(witness);
    return this.#chosen;
  }
}
