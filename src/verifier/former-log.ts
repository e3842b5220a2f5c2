/**
 * A log that continues another says so in its first leaf (schema/leaf.v1.json, kind `key`, member `continues`): what is known of
 * the other, and how many of its leaves follow, byte for byte. Where all of them do, their tree must have the other's root.
 */
import type { CheckedLeaf } from './check-leaf.js';
import { counted } from './counted.js';
import { leafHash } from './sha256.js';
import { shown } from './shown.js';
import type { Tell } from './tell.js';
import { TreeStack } from './tree-stack.js';
import { VerificationFailed } from './verification-failed.js';

interface Continuation {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly held: number;
}

export class FormerLog {
  readonly #said: Continuation;
  readonly #path: string;
  readonly #tree = new TreeStack(() => undefined);
  #root: string | undefined;

  private constructor(said: Continuation, path: string) {
    this.#said = said;
    this.#path = path;
  }

  /** What the first leaf of a log says; undefined when it continues none. Throws VerificationFailed `bad-key-leaf`. */
  static namedBy({ index, kind, members }: CheckedLeaf, path: string): FormerLog | undefined {
    if (kind !== 'key' || members['continues'] === undefined) return undefined;
    const said = readContinuation(members['continues']);
    if (said !== undefined && said.origin !== members['origin']) return new FormerLog(said, path);
    const what = 'does not say properly which log it continues.';
    throw new VerificationFailed('bad-key-leaf', `${path}: leaf ${index} ${what}`, { path, index });
  }

  /** Whether the leaf at an index is one of the other log's. */
  has(index: number): boolean {
    return index >= 1 && index <= this.#said.held;
  }

  /** Takes the next leaf of the other log. */
  take(entry: Uint8Array): void {
    this.#tree.push(leafHash(entry));
    if (this.#tree.size === this.#said.size) this.#root = this.#tree.root().toString('hex');
  }

  /** Throws VerificationFailed `bad-key-leaf`, `wrong-root`. */
  tell(tell: Tell): void {
    const { origin, size, root, held } = this.#said;
    const place = { path: this.#path, index: 0 };
    if (this.#tree.size < held) {
      const what = `says that ${counted(held, 'leaf', 'leaves')} of another log follow, and there are ${this.#tree.size}.`;
      throw new VerificationFailed('bad-key-leaf', `${this.#path}: leaf 0 ${what}`, place);
    }
    if (this.#root !== undefined && this.#root !== root) {
      const what = `The leaves that were taken over from ${shown(origin)} have the root ${this.#root}, and it says ${root}.`;
      throw new VerificationFailed('wrong-root', `${this.#path}: ${what}`, place);
    }
    const name = `${shown(origin)}, of ${counted(size, 'leaf', 'leaves')}`;
    if (this.#root !== undefined) {
      tell('Continues', `${name}: all follow from leaf 1 on, and have its root`);
      return;
    }
    const lost = held + 1 === size ? `leaf ${held} is` : `leaves ${held} to ${size - 1} are`;
    tell('Continues', `${name}: ${lost} lost, and the rest follows from leaf 1 on`);
    tell('Note', 'A lost leaf may have been a no: no yes and no offer can be relied on in this log');
  }
}

function readContinuation(value: unknown): Continuation | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { origin, size, root, held } = value as Readonly<Record<string, unknown>>;
  const isRight =
    typeof origin === 'string' &&
    typeof root === 'string' &&
    /^[0-9a-f]{64}$/.test(root) &&
    isCount(size) &&
    size > 0 &&
    isCount(held);
  return isRight ? { origin, size, root, held } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
