/**
 * Runs pieces of work one after the other in the order they came, so that what is asked for at once cannot slip
 * between a savepoint and its end.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
