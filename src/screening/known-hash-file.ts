import { readFile, stat } from 'node:fs/promises';
import { KnownHashes } from '../core/likeness/known-hashes.js';
import { parseKnownHashes } from '../core/likeness/parse-known-hashes.js';

/** The operator's list cannot be read as a whole; what it would have kept from view is not known. */
export class KnownHashesUnusable extends Error {
  override readonly name = 'KnownHashesUnusable';
}

/** How often it is looked whether the file has changed, in milliseconds. */
const LOOK_AGAIN_MS = 2_000;

/** The list in a file, read anew when the file changes. A change that cannot be read leaves the list as it was, and is told. */
export class KnownHashFile {
  #list: KnownHashes;
  #seen: string;
  #lookedAt = performance.now();
  #looking: Promise<void> | undefined;

  private constructor(
    private readonly path: string,
    private readonly lookAgainMs: number,
    read: { readonly list: KnownHashes; readonly seen: string },
  ) {
    this.#list = read.list;
    this.#seen = read.seen;
  }

  /** @throws KnownHashesUnusable */
  static async open(path: string, { lookAgainMs = LOOK_AGAIN_MS } = {}): Promise<KnownHashFile> {
    return new KnownHashFile(path, lookAgainMs, await readList(path));
  }

  async list(): Promise<KnownHashes> {
    if (performance.now() - this.#lookedAt >= this.lookAgainMs) {
      this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
      await this.#looking;
    }
    return this.#list;
  }

  async #look(): Promise<void> {
    const state = await stateOf(this.path);
    this.#lookedAt = performance.now();
    if (state === this.#seen) return;
    this.#seen = state;
    try {
      const read = await readList(this.path);
      this.#list = read.list;
      this.#seen = read.seen;
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      process.emitWarning(`${told} The list that was read before stays in force.`);
    }
  }
}

async function readList(path: string): Promise<{ list: KnownHashes; seen: string }> {
  const seen = await stateOf(path);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KnownHashesUnusable(`The list of known hashes ${path} cannot be read.`, { cause: error });
  });
  const parsed = parseKnownHashes(text);
  if (!parsed.ok) {
    throw new KnownHashesUnusable(
      `Line ${parsed.line} of ${path} is no hash: write sha256:, md5:, pdq: or address: and 64, 32, 64 or 64 hexadecimal digits.`,
    );
  }
  return { list: new KnownHashes(parsed.hashes), seen };
}

/** Changes when the file does; a file that is gone has a state, too. */
async function stateOf(path: string): Promise<string> {
  const facts = await stat(path, { bigint: true }).catch(() => undefined);
  return facts === undefined ? 'gone' : [facts.ino, facts.size, facts.mtimeNs].join(' ');
}
