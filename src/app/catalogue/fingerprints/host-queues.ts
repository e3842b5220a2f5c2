import type { Entry } from '../../ports/catalogue.js';

/** Rows after an ordinal, in their order. */
type ReadRows = (after: bigint, limit: number) => Promise<readonly Entry[]>;

const ROWS_AT_A_TIME = 500;
/** Rows that wait, so that one host with many rows leaves room for others. */
const MOST_WAITING = 5_000;

/** Rows sorted by host while they are read, so that each host is asked by one at a time and many at once. */
export class HostQueues {
  readonly #queues = new Map<string, Entry[]>();
  readonly #taken = new Set<string>();
  readonly #givenUp = new Set<string>();
  #waiting = 0;
  #after = -1n;
  #isRead = false;
  #reading: Promise<void> | undefined;
  /** Those who wait for room to read more into. */
  #waiters: (() => void)[] = [];

  constructor(private readonly readRows: ReadRows) {}

  /** A host that nobody asks just now, once there is one; undefined when all that is left is in hand. */
  async take(): Promise<string | undefined> {
    for (;;) {
      for (const [host, queue] of this.#queues) {
        if (queue.length > 0 && !this.#taken.has(host)) {
          this.#taken.add(host);
          return host;
        }
      }
      if (this.#isRead) return undefined;
      if (this.#waiting < MOST_WAITING) await this.#readMore();
      else await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
  }

  /** The next row of a host that was taken; undefined when there is none, and the host may be taken anew. */
  next(host: string): Entry | undefined {
    const entry = this.#queues.get(host)?.shift();
    if (entry === undefined) {
      this.#taken.delete(host);
      this.#queues.delete(host);
      return undefined;
    }
    this.#leave(1);
    return entry;
  }

  /** Asks a host nothing more. */
  giveUp(host: string): void {
    this.#givenUp.add(host);
    this.#leave(this.#queues.get(host)?.length ?? 0);
    this.#queues.delete(host);
    this.#taken.delete(host);
  }

  /** Asks nothing more of anybody, and lets go of all who wait. */
  close(): void {
    this.#isRead = true;
    this.#queues.clear();
    this.#wake();
  }

  #leave(rows: number): void {
    this.#waiting -= rows;
    if (this.#waiting < MOST_WAITING) this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  /** One reads for all who wait. */
  async #readMore(): Promise<void> {
    this.#reading ??= this.#readRows().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  async #readRows(): Promise<void> {
    const rows = await this.readRows(this.#after, ROWS_AT_A_TIME);
    this.#isRead = rows.length < ROWS_AT_A_TIME;
    for (const row of rows) {
      this.#after = row.ordinal;
      if (this.#givenUp.has(row.host)) continue;
      const queue = this.#queues.get(row.host) ?? [];
      this.#queues.set(row.host, queue);
      queue.push(row);
      this.#waiting += 1;
    }
  }
}
