import type { PackedTexts } from '../app/ports/tables.js';
import { SieveRoom, type SharedSieve, VERDICT } from './address-sieve.js';
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
   * Gives many texts and their verdicts, a `VERDICT` each, to whoever uses them at once. The texts lie elsewhere then: what was given is
   * not held until the answer comes, so that its memory is free for the next. Texts that no room holds are all unread.
   */
  sift<Result>(
    texts: PackedTexts,
    use: (texts: PackedTexts, verdicts: Uint8Array) => Result,
  ): Promise<Result> {
    if (!SieveRoom.holds(texts)) {
      return Promise.resolve(use(texts, new Uint8Array(texts.ends.length).fill(VERDICT.unread)));
    }
    const room = this.#free.pop();
    return room === undefined
      ? this.#nextFree().then((free) => this.#siftIn(free, free.put(texts), use))
      : this.#siftIn(room, room.put(texts), use);
  }

  async #siftIn<Result>(
    room: SieveRoom,
    texts: PackedTexts,
    use: (texts: PackedTexts, verdicts: Uint8Array) => Result,
  ): Promise<Result> {
    const count = texts.ends.length;
    try {
      await this.#idlest().sift({ room: room.number, count });
      return use(texts, room.verdicts(count));
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
