import { setTimeout as pause } from 'node:timers/promises';
import type { Registry } from '../registry.js';

/** How often the log is looked at for all who wait; another server may be the one that grows it. */
const LOOK_EVERY_MS = 500;

/** Waits for the log to grow. However many wait, it is looked at once. */
export class LogGrowth {
  #looking: Promise<number> | undefined;

  constructor(private readonly store: Registry['store']) {}

  /** Until the signed log has more leaves than `size`, `milliseconds` have passed, or `ending` ends it. Throws only what the store throws. */
  async beyond(size: number, milliseconds: number, ending: AbortSignal): Promise<void> {
    const until = performance.now() + milliseconds;
    while (!ending.aborted && performance.now() < until && (await this.#size()) <= size) {
      const left = Math.min(LOOK_EVERY_MS, until - performance.now());
      await pause(left, undefined, { signal: ending }).catch(() => undefined);
    }
  }

  #size(): Promise<number> {
    this.#looking ??= this.store.logTree
      .latest()
      .then((checkpoint) => checkpoint?.size ?? 0)
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }
}
