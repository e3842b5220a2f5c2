import { copyFile, mkdir, mkdtemp, open, readdir, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether what was removed is gone at once, or only once its folder was synced: a disk may do either. */
export type Removals = 'at once' | 'when synced';

interface Handle {
  readonly fd: number;
}

/** What a file or folder is, whatever its name is. */
type Identity = string;

/**
 * A disk that keeps of a folder what it was told to and nothing else: the bytes that a file had when it was last synced, and
 * the names that a folder had when it was. Everything that this process syncs while it watches is kept.
 */
export class ForgetfulDisk {
  /** How often something was synced. */
  syncs = 0;
  /** Called after each sync, and waited for: the power may go there. */
  onSync: (() => Promise<void>) | undefined;
  readonly #folder: string;
  readonly #medium: string;
  readonly #files = new Set<Identity>();
  readonly #folders = new Map<Identity, ReadonlyMap<string, Identity>>();
  #undo: () => void = () => undefined;

  private constructor(folder: string, medium: string) {
    this.#folder = folder;
    this.#medium = medium;
  }

  /**
   * Watches a folder from now on; what it holds already has been kept.
   * @param medium a folder of its own
   */
  static async under(folder: string, medium: string): Promise<ForgetfulDisk> {
    await mkdir(medium, { recursive: true });
    const disk = new ForgetfulDisk(folder, medium);
    await disk.#keepAll(folder);
    const handle = await open(folder, 'r');
    const prototype = Object.getPrototypeOf(handle) as { sync: (this: Handle) => Promise<void> };
    await handle.close();
    const { sync } = prototype;
    prototype.sync = async function (this: Handle) {
      await sync.call(this);
      await disk.#synced(await readlink(`/proc/self/fd/${this.fd}`));
    };
    disk.#undo = () => {
      prototype.sync = sync;
    };
    return disk;
  }

  /** Answers a new folder with what would be left if the power went now. */
  async left(removals: Removals): Promise<string> {
    const left = await mkdtemp(join(this.#medium, 'left-'));
    await this.#write(await identityOf(this.#folder), this.#folder, join(left, 'folder'), removals);
    return join(left, 'folder');
  }

  /** Watches no more. */
  stop(): void {
    this.#undo();
  }

  async #synced(path: string): Promise<void> {
    if (!path.startsWith(this.#folder)) return;
    await this.#keep(path);
    this.syncs += 1;
    await this.onSync?.();
  }

  async #keepAll(path: string): Promise<void> {
    await this.#keep(path);
    for (const { name } of await readdir(path, { withFileTypes: true })) {
      const inside = join(path, name);
      await ((await stat(inside)).isDirectory() ? this.#keepAll(inside) : this.#keep(inside));
    }
  }

  async #keep(path: string): Promise<void> {
    const identity = await identityOf(path);
    if ((await stat(path)).isDirectory()) {
      this.#folders.set(identity, await namesIn(path));
    } else {
      await copyFile(path, join(this.#medium, identity));
      this.#files.add(identity);
    }
  }

  async #write(identity: Identity, now: string, left: string, removals: Removals): Promise<void> {
    const names = this.#folders.get(identity);
    if (names === undefined) {
      if (this.#files.has(identity)) await copyFile(join(this.#medium, identity), left);
      // It has a name and nothing in it: its bytes were never synced.
      else await writeFile(left, '');
      return;
    }
    const present = removals === 'at once' ? await namesIn(now).catch(() => new Map()) : names;
    await mkdir(left);
    for (const [name, kept] of names) {
      if (present.has(name)) await this.#write(kept, join(now, name), join(left, name), removals);
    }
  }
}

async function namesIn(folder: string): Promise<Map<string, Identity>> {
  const names = new Map<string, Identity>();
  for (const name of await readdir(folder)) {
    const identity = await identityOf(join(folder, name)).catch(() => undefined);
    if (identity !== undefined) names.set(name, identity);
  }
  return names;
}

/** A number that was freed is given to another file: the moment of its birth tells the two apart. */
async function identityOf(path: string): Promise<Identity> {
  const { ino, birthtimeNs } = await stat(path, { bigint: true });
  return `${ino}-${birthtimeNs}`;
}
