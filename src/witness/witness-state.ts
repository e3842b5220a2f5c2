import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint } from '../core/tlog/checkpoint.js';
import { type SignedNote, formatSignedNote, parseSignedNote } from '../core/tlog/signed-note.js';
import type { CosignatureKey } from '../core/tlog/verifier-key.js';
import { verifyNote } from '../core/tlog/verify-note.js';
import { replaceDurably, syncFolder } from '../log-key/durable-file.js';
import { verifyEd25519 } from '../log-key/node-ed25519.js';
import { originHash } from './origin-hash.js';

/** What a witness last cosigned of a log. */
export interface Cosigned {
  readonly checkpoint: Checkpoint;
  /** The checkpoint with the log's signatures and this witness's own. */
  readonly note: SignedNote;
  /** POSIX seconds. */
  readonly time: bigint;
}

/** What the witness remembers cannot be relied on, so that it must not cosign. */
export class WitnessStateUnusable extends Error {
  override readonly name = 'WitnessStateUnusable';

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(
      `The witness's memory ${path} ${problem} Never put an older copy in its place: a witness that forgets what it ` +
        'cosigned could cosign another history. Where the file cannot be mended, begin a new witness in a new folder.',
      options,
    );
  }
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * The memory of a witness: for each log one file, named by the hash of its origin, with the last checkpoint that was
 * cosigned. The cosignature in it shows that the file is what this witness wrote.
 */
export class WitnessState {
  readonly #folder: string;
  readonly #key: CosignatureKey;

  private constructor(folder: string, key: CosignatureKey) {
    this.#folder = folder;
    this.#key = key;
  }

  /** Makes the folder where there is none. Throws `WitnessStateUnusable` unless every file in it can be read. */
  static async open(folder: string, key: CosignatureKey): Promise<WitnessState> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFolder(join(folder, '..'));
    const state = new WitnessState(folder, key);
    for (const hash of await rememberedLogs(folder)) await state.readByHash(hash);
    return state;
  }

  read(origin: string): Promise<Cosigned | undefined> {
    return this.readByHash(originHash(origin));
  }

  /** Undefined for a log of which nothing was cosigned. Throws `WitnessStateUnusable`. */
  async readByHash(hash: string): Promise<Cosigned | undefined> {
    if (!HASH.test(hash)) return undefined;
    const path = join(this.#folder, hash);
    const bytes = await readIfThere(path);
    return bytes && this.#parse(bytes, hash, path);
  }

  /** Returns once the note is on the medium; what was there before stays until it is. */
  async write(origin: string, note: SignedNote): Promise<void> {
    const path = join(this.#folder, originHash(origin));
    await replaceDurably(path, `${path}.new`, formatSignedNote(note));
  }

  #parse(bytes: Uint8Array, hash: string, path: string): Cosigned {
    const parsed = parseSignedNote(bytes);
    if (!parsed.ok) throw new WitnessStateUnusable(path, `is damaged: ${parsed.problem.message}`);
    const verified = verifyNote(parsed.note, [this.#key], verifyEd25519);
    const own = verified.ok ? verified.cosignatures[0] : undefined;
    const read = parseCheckpoint(parsed.note.text);
    if (own === undefined || !read.ok) {
      throw new WitnessStateUnusable(path, 'is not what the key of this witness cosigned.');
    }
    if (originHash(read.checkpoint.origin) !== hash) {
      throw new WitnessStateUnusable(path, `is about another log, ${read.checkpoint.origin}.`);
    }
    return { checkpoint: read.checkpoint, note: parsed.note, time: own.time };
  }
}

/** The hashes of the origins that a folder remembers; none when it is not there. */
export async function rememberedLogs(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => HASH.test(name));
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new WitnessStateUnusable(path, 'cannot be read.', { cause: error });
  }
}
