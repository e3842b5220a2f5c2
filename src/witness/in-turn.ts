/** Runs pieces of work on one thing one after the other, in the order they came; on different things at once. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  async next<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(thing) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.catch(() => undefined);
    this.#last.set(thing, settled);
    try {
      return await turn;
    } finally {
      if (this.#last.get(thing) === settled) this.#last.delete(thing);
    }
  }
}
