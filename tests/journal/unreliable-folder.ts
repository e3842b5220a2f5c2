import type { JournalFile, JournalFolder } from '../../src/journal/journal-file.js';

const SECTOR = 512;

interface Write {
  readonly position: number;
  readonly bytes: Uint8Array;
}

interface StoredFile {
  /** What the medium holds. */
  durable: Uint8Array;
  /** What was written since the last sync. */
  pending: Write[];
  isNamed: boolean;
}

/** What the disk does wrong, and when; `nth` counts calls of that kind from 1. */
export interface Trouble {
  readonly call: 'write' | 'sync';
  readonly nth: number;
  readonly error: Error;
  /** How much of a failing write gets through, in bytes. */
  readonly written?: number;
  /** What a failing write left cannot be cut off either. */
  readonly andTruncate?: true;
}

/** A folder in memory that behaves as a disk may: it fails when told to, and forgets what was not synced. */
export class UnreliableFolder implements JournalFolder {
  readonly #files = new Map<string, StoredFile>();
  /** How often each was called. */
  readonly calls = { write: 0, sync: 0, truncate: 0 };
  trouble: Trouble | undefined;

  list(): Promise<string[]> {
    return Promise.resolve([...this.#files.keys()]);
  }

  open(name: string): Promise<JournalFile> {
    const file = this.#files.get(name) ?? { durable: new Uint8Array(), pending: [], isNamed: false };
    this.#files.set(name, file);
    return Promise.resolve(this.#handle(file));
  }

  sync(): Promise<void> {
    this.#count('sync');
    for (const file of this.#files.values()) file.isNamed = true;
    return Promise.resolve();
  }

  /**
   * The folder after a loss of power: of what was not synced, each sector is there or not as `survives` says, in any
   * order, and a file whose name was not synced may be gone.
   */
  afterPowerLoss(survives: () => boolean): UnreliableFolder {
    const folder = new UnreliableFolder();
    for (const [name, file] of this.#files) {
      if (!file.isNamed && !survives()) continue;
      folder.#files.set(name, { durable: survivors(file, survives), pending: [], isNamed: true });
    }
    return folder;
  }

  /** Changes one byte on the medium. */
  corrupt(name: string, position: number): void {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`There is no file ${name}.`);
    const bytes = contentOf(file);
    bytes[position] = (bytes[position] ?? 0) ^ 0xff;
    file.durable = bytes;
    file.pending = [];
  }

  #handle(file: StoredFile): JournalFile {
    return {
      size: () => Promise.resolve(contentOf(file).length),
      read: (position, length) => Promise.resolve(contentOf(file).slice(position, position + length)),
      write: (position, bytes) => {
        const problem = this.#count('write');
        const length = problem === undefined ? bytes.length : (problem.written ?? 0);
        if (length > 0) file.pending.push({ position, bytes: bytes.slice(0, length) });
        return problem === undefined ? Promise.resolve() : Promise.reject(problem.error);
      },
      sync: () => {
        const problem = this.#count('sync');
        if (problem !== undefined) return Promise.reject(problem.error);
        file.durable = contentOf(file);
        file.pending = [];
        return Promise.resolve();
      },
      truncate: (length) => {
        this.#count('truncate');
        if (this.trouble?.andTruncate) return Promise.reject(this.trouble.error);
        file.durable = contentOf(file).slice(0, length);
        file.pending = [];
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }

  #count(call: keyof UnreliableFolder['calls']): Trouble | undefined {
    this.calls[call] += 1;
    const { trouble } = this;
    return trouble?.call === call && trouble.nth === this.calls[call] ? trouble : undefined;
  }
}

function contentOf({ durable, pending }: StoredFile): Uint8Array {
  return pending.reduce<Uint8Array>(
    (bytes, write) => placed(bytes, write.position, write.bytes),
    durable.slice(),
  );
}

function survivors({ durable, pending }: StoredFile, survives: () => boolean): Uint8Array {
  let bytes: Uint8Array = durable.slice();
  for (const write of pending) {
    for (let start = 0; start < write.bytes.length; start += SECTOR) {
      if (survives()) {
        bytes = placed(bytes, write.position + start, write.bytes.subarray(start, start + SECTOR));
      }
    }
  }
  return bytes;
}

function placed(bytes: Uint8Array, position: number, added: Uint8Array): Uint8Array {
  const grown = new Uint8Array(Math.max(bytes.length, position + added.length));
  grown.set(bytes);
  grown.set(added, position);
  return grown;
}
