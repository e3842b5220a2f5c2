import type { PackedTexts } from '../app/ports/tables.js';
import { SieveRoom, type SharedSieve } from './address-sieve.js';
import { SieveThread, type ThreadProgram } from './sieve-thread-port.js';

/** Threads that sift addresses, and the memory in which these lie meanwhile. */
export class SieveThreads {
  readonly #threads: readonly SieveThread[];
  readonly #free: SieveRoom[];
  readonly #waiting: ((room: SieveRoom) => void)[] = [];

  constructor(sieve: SharedSieve, threads: number, program: ThreadProgram) {
    this.#free = Array.from({ length: sieve.rooms }, (_, room) => new SieveRoom(sieve, room));
    this.#threads = Array.from(
      { length: threads },
      (_, thread) => new SieveThread(program, { sieve, thread }),
    );
  }

  /**
   * Gives the verdicts of many texts to whoever uses them at once: a byte for each, 0 where nobody has answered for it. Texts that no
   * room holds have no such verdict.
   */
  async sift<Result>(texts: PackedTexts, use: (verdicts: Uint8Array) => Result): Promise<Result> {
    const count = texts.ends.length;
    if (!SieveRoom.holds(texts)) return use(new Uint8Array(count).fill(1));
    const room = this.#free.pop() ?? (await this.#nextFree());
    try {
      room.put(texts);
      await this.#idlest().sift({ room: room.number, count });
      return use(room.verdicts(count));
    } finally {
      this.#release(room);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #idlest(): SieveThread {
    return this.#threads.reduce((idlest, thread) => (thread.waiting < idlest.waiting ? thread : idlest));
  }

  #nextFree(): Promise<SieveRoom> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #release(room: SieveRoom): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(room);
    else next(room);
  }
}
