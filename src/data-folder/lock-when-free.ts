import { setTimeout as pause } from 'node:timers/promises';
import { DataFolderBusy, lockDataFolder, type DataFolderLock, type LockHolder } from './lock.js';

/** Commands end by themselves, so that they are waited for; a server is not. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 200;

/**
 * Takes the data folder, if need be after the command that holds it now.
 * @throws DataFolderBusy at once when a server holds it, or when a command does not end
 */
export async function lockWhenFree(
  folder: string,
  purpose: LockHolder['purpose'],
  options: { socket?: string; signal?: AbortSignal; onWait?: (holder: LockHolder) => void } = {},
): Promise<DataFolderLock> {
  const patientUntil = performance.now() + PATIENCE_MS;
  let hasWaited = false;
  for (;;) {
    try {
      return await lockDataFolder(folder, purpose, options.socket);
    } catch (error) {
      if (!(error instanceof DataFolderBusy) || error.holder.purpose === 'serve') throw error;
      if (performance.now() > patientUntil) throw error;
      if (!hasWaited) options.onWait?.(error.holder);
      hasWaited = true;
      await pause(ASK_AGAIN_MS, undefined, options.signal ? { signal: options.signal } : {});
    }
  }
}
