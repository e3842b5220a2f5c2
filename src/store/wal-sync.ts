import { constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath, unlessGone } from './sync-path.js';

const SETTLED_NS = 1_000_000_000n;
/** No file has it. */
const RECENT = -1n;

/** Makes what was committed so far durable. */
export type SyncWal = () => Promise<void>;

/**
 * Syncs the write-ahead log of an embedded database, which never does so itself: without it a loss of power may take
 * transactions that were answered for. Only files that changed since the last time are touched; callers that come
 * together share one round.
 * @param dataDir the database's folder
 * @param onSynced is told after each round how many files the log has
 */
export function walSync(dataDir: string, onSynced: (files: number) => void = () => undefined): SyncWal {
  const folder = join(dataDir, 'pg_wal');
  const synced = new Map<string, bigint>();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  async function round(): Promise<void> {
    let isNamesChanged = false;
    let files = 0;
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      // A file that a checkpoint removed meanwhile held nothing that was not durable elsewhere by then.
      const found = await stat(path, { bigint: true }).catch(unlessGone);
      if (!found?.isFile()) continue;
      files += 1;
      if (synced.get(name) === found.mtimeNs) continue;
      isNamesChanged ||= !synced.has(name);
      await syncPath(path, constants.O_RDWR).catch(unlessGone);
      // Two writes within one tick of the kernel's clock have the same time: only an old one is known to be the last.
      const isOld = BigInt(Date.now()) * 1_000_000n - found.mtimeNs > SETTLED_NS;
      synced.set(name, isOld ? found.mtimeNs : RECENT);
    }
    if (isNamesChanged) await syncPath(folder, constants.O_RDONLY);
    onSynced(files);
  }

  return async () => {
    if (running === undefined) {
      running = round().finally(() => {
        running = undefined;
      });
      return running;
    }
    // What runs may have begun before the caller's commit: the round after it has not.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        running = round().finally(() => {
          running = undefined;
        });
        return running;
      });
    return next;
  };
}
