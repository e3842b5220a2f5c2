import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  DigestedFile,
  OpenedFile,
  SnapshotDraftFolder,
  SnapshotFolder,
} from '../app/ports/snapshots.js';
import { openFile } from './open-file.js';
import { readDigested } from './read-digested.js';

const SIZE = /^(0|[1-9][0-9]{0,15})$/;

/**
 * A folder of snapshots: `1200/manifest`, `1200/rows.bin` … and `latest.json`, as they are served. A snapshot that is being made
 * or fetched has a folder `.1200.new`, which gets its name at the end.
 * @param path made when the first snapshot is put there
 */
export function snapshotFolderAt(path: string): SnapshotFolder {
  return {
    name: path,
    path,
    read: (file, most) => readBounded(join(path, file), most),
    readDigested: (file, most) =>
      readDigested(join(path, file), most).catch(noneIfMissing<DigestedFile | undefined>(undefined)),
    open: (file) => openFile(join(path, file)).catch(noneIfMissing<OpenedFile | undefined>(undefined)),
    async sizes() {
      const names = await readdir(path).catch(noneIfMissing<string[]>([]));
      return names
        .filter((name) => SIZE.test(name))
        .map(Number)
        .sort((a, b) => a - b);
    },
    since: async (size) => (await stat(join(path, String(size)))).mtime,
    async draft(size, { isResumed }) {
      const folder = join(path, `.${size}.new`);
      if (!isResumed) await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      return draftIn(folder, join(path, String(size)), path);
    },
    async point(latest) {
      await mkdir(path, { recursive: true });
      await writeWhole(join(path, 'latest.json'), latest);
      await syncFolder(path);
    },
    async clear() {
      const names = await readdir(path).catch(noneIfMissing<string[]>([]));
      for (const name of names) await rm(join(path, name), { recursive: true, force: true });
    },
    async remove(size) {
      // By another name first: nobody finds one half of it.
      const gone = join(path, `.${size}.${randomBytes(4).toString('hex')}.old`);
      await rename(join(path, String(size)), gone).catch(noneIfMissing(undefined));
      await rm(gone, { recursive: true, force: true });
    },
  };
}

function draftIn(folder: string, target: string, parent: string): SnapshotDraftFolder {
  return {
    path: (name) => join(folder, name),
    read: (name) => readBounded(join(folder, name), Infinity),
    write: (name, bytes) => writeWhole(join(folder, name), bytes),
    async finish() {
      for (const name of await readdir(folder)) await syncFile(join(folder, name));
      await syncFolder(folder);
      // Whoever has the old one open keeps it.
      const old = `${target}.${randomBytes(4).toString('hex')}.old`;
      const isThere = await rename(target, old).then(() => true, noneIfMissing(false));
      await rename(folder, target);
      await syncFolder(parent);
      if (isThere) await rm(old, { recursive: true, force: true });
    },
  };
}

async function readBounded(path: string, most: number): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path);
    // One byte more shows that it is longer, without reading all that somebody put there.
    if (size <= most) return new Uint8Array(await readFile(path));
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(most + 1), 0, most + 1, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    noneIfMissing(undefined)(error);
    return undefined;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(draft, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const syncFolder = syncFile;

function noneIfMissing<T>(none: T): (error: unknown) => T {
  return (error) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return none;
    throw error;
  };
}
