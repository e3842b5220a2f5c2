import { open, readdir } from 'node:fs/promises';

/** One open file of the journal. Every call either does all of it or throws. */
export interface JournalFile {
  size(): Promise<number>;
  read(position: number, length: number): Promise<Uint8Array>;
  write(position: number, bytes: Uint8Array): Promise<void>;
  /** Returns once what was written is on the medium. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The folder that the journal lies in; a seam, so that tests can lose power at every point. */
export interface JournalFolder {
  /** Names of the files in it, in no order. */
  list(): Promise<string[]>;
  /** Opens a file, and makes it when it is not there. */
  open(name: string): Promise<JournalFile>;
  /** Returns once the names of the files are on the medium. */
  sync(): Promise<void>;
}

export function journalFolder(path: string): JournalFolder {
  return {
    list: () => readdir(path),
    open: (name) => openJournalFile(`${path}/${name}`),
    async sync() {
      const folder = await open(path, 'r');
      try {
        await folder.sync();
      } finally {
        await folder.close();
      }
    },
  };
}

async function openJournalFile(path: string): Promise<JournalFile> {
  const handle = await open(path, 'a+', 0o600).then(async (made) => {
    // Opened for appending only to make it: on Linux such a file cannot be written at a position.
    await made.close();
    return open(path, 'r+');
  });
  return {
    size: async () => (await handle.stat()).size,
    async read(position, length) {
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
        if (bytesRead === 0) throw new Error(`${path} ends before byte ${position + length}.`);
        filled += bytesRead;
      }
      return bytes;
    },
    async write(position, bytes) {
      let written = 0;
      while (written < bytes.length) {
        const { bytesWritten } = await handle.write(
          bytes,
          written,
          bytes.length - written,
          position + written,
        );
        written += bytesWritten;
      }
    },
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}
