import { checkLeaf, KNOWN_KINDS } from './check-leaf.js';
import { FormerLog } from './former-log.js';
import { LogKeys } from './log-keys.js';
import { shown } from './shown.js';
import type { Tell } from './tell.js';
import { VerificationFailed } from './verification-failed.js';

/** Reads the leaves of a log one after the other, and keeps what is to be said of all of them together. */
export class LeafReader {
  readonly keys: LogKeys;
  readonly #kinds = new Map<string, number>();
  readonly #sizes: ReadonlySet<number>;
  readonly #times = new Map<number, string>();
  readonly #origin: string;
  #former: FormerLog | undefined;
  #firstTime: string | undefined;
  #lastTime: string | undefined;

  /**
   * @param origin of the log
   * @param sizes for which the time of the last leaf will be asked
   */
  constructor(origin: string, sizes: ReadonlySet<number>) {
    this.keys = new LogKeys(origin);
    this.#origin = origin;
    this.#sizes = sizes;
  }

  /** The latest time among the first `size` leaves; undefined without leaves. */
  timeAt(size: number): string | undefined {
    return this.#times.get(size);
  }

  /** Throws VerificationFailed: leaf-not-canonical, leaf-version-unknown, time-runs-backwards, bad-key-leaf. */
  read(entry: Uint8Array, index: number, path: string): void {
    const leaf = checkLeaf(entry, index, path);
    if (index === 0) this.#former = FormerLog.namedBy(leaf, path);
    const isTakenOver = this.#former?.has(index) === true;
    if (isTakenOver) this.#former?.take(entry);
    // What was taken over from another log keeps the time at which that one took it.
    if (!isTakenOver && this.#lastTime !== undefined && leaf.time < this.#lastTime) {
      throw new VerificationFailed(
        'time-runs-backwards',
        `${path}: leaf ${index} is of ${leaf.time}, and the one before it of ${this.#lastTime}.`,
        { path, index },
      );
    }
    this.#firstTime ??= leaf.time;
    this.#lastTime = later(this.#lastTime, leaf.time);
    if (this.#sizes.has(index + 1)) this.#times.set(index + 1, this.#lastTime);
    this.#kinds.set(leaf.kind, (this.#kinds.get(leaf.kind) ?? 0) + 1);
    // Keys of the other log sign nothing here.
    if (isTakenOver && leaf.members['origin'] !== this.#origin) return;
    if (leaf.kind === 'key') this.keys.add(leaf, path);
  }

  /** Throws VerificationFailed: bad-key-leaf, wrong-root. */
  tell(tell: Tell): void {
    const counts = [...this.#kinds].map(([kind, count]) => `${count} ${shown(kind)}`);
    tell('Leaves', counts.length === 0 ? 'none' : `${counts.join(', ')}: each canonical JSON`);
    if (this.#firstTime !== undefined) {
      tell('Times', `${this.#firstTime} to ${this.#lastTime ?? ''}, never backwards`);
    }
    this.#former?.tell(tell);
    const unknown = [...this.#kinds.keys()].filter((kind) => !KNOWN_KINDS.includes(kind));
    if (unknown.length > 0) {
      tell(
        'Note',
        `What leaves of these kinds mean is not known here: ${unknown.map((kind) => shown(kind)).join(', ')}`,
      );
    }
  }
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}
