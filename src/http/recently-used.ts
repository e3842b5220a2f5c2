/** Keeps what was used last, up to a total weight; the longest unused goes first. */
export class RecentlyUsed<T> {
  // A Map iterates in order of insertion: the first is the longest unused.
  readonly #held = new Map<string, T>();
  #weight = 0;

  constructor(
    private readonly most: number,
    private readonly weigh: (value: T) => number,
  ) {}

  get(key: string): T | undefined {
    const value = this.#held.get(key);
    if (value !== undefined) {
      this.#held.delete(key);
      this.#held.set(key, value);
    }
    return value;
  }

  clear(): void {
    this.#held.clear();
    this.#weight = 0;
  }

  put(key: string, value: T): void {
    const old = this.#held.get(key);
    if (old !== undefined) {
      this.#weight -= this.weigh(old);
      this.#held.delete(key);
    }
    this.#held.set(key, value);
    this.#weight += this.weigh(value);
    for (const [oldest, held] of this.#held) {
      if (this.#weight <= this.most) return;
      this.#weight -= this.weigh(held);
      this.#held.delete(oldest);
    }
  }
}
