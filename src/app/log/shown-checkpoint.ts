import type { LogTreeStore, SignedCheckpoint } from '../ports/log-tree.js';
import type { Clock } from '../ports/surroundings.js';

/** How old a cosigned checkpoint may be to be shown in place of a newer one, in milliseconds. */
const PATIENCE_MS = 15_000;

/**
 * The checkpoint that is shown to whoever asks for the last one. Under load the newest is never cosigned: by then there is a
 * newer one. So of those of the last seconds the one with most cosignatures is shown, and of several the newest. None is ever
 * followed by a smaller one; so that a cosigned one can follow at all, one that nobody has cosigned is shown for as long
 * before a newer one takes its place. A log without witnesses shows its newest.
 */
export class ShownCheckpoint {
  readonly #logTree: LogTreeStore;
  readonly #clock: Clock;
  readonly #isWitnessed: boolean;
  #last: SignedCheckpoint | undefined;

  constructor(logTree: LogTreeStore, clock: Clock, { isWitnessed }: { readonly isWitnessed: boolean }) {
    this.#logTree = logTree;
    this.#clock = clock;
    this.#isWitnessed = isWitnessed;
  }

  /** Undefined when nothing was signed yet. */
  async current(): Promise<SignedCheckpoint | undefined> {
    const found = this.#isWitnessed ? await this.#awaited() : await this.#logTree.latest();
    if (found !== undefined && found.size >= (this.#last?.size ?? 0)) this.#last = found;
    return this.#last;
  }

  async #awaited(): Promise<SignedCheckpoint | undefined> {
    const since = new Date(this.#clock().getTime() - PATIENCE_MS);
    const cosigned = await this.#logTree.mostCosigned(this.#last?.size ?? 0, since);
    if (cosigned !== undefined) return cosigned;
    const mayStay = this.#last !== undefined && this.#last.signedAt >= since;
    return mayStay ? this.#last : this.#logTree.latest();
  }
}
