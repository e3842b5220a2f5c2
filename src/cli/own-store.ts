import { setTimeout as pause } from 'node:timers/promises';
import { composeRegistry } from '../compose-registry.js';
import type { Config } from '../config.js';
import { DataFolderBusy, lockDataFolder, type DataFolderLock } from '../data-folder/lock.js';
import type { WithRegistry } from './access.js';
import { forwardCommand } from './forward-command.js';
import type { CommandIo } from './io.js';

/** How long a command waits for another command that holds the data folder. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 200;

/**
 * Opens the store for one command. When a server holds the embedded store, the server is asked to do the work instead, with
 * the same output; when another command holds it, this one waits its turn.
 */
export function ownStore(config: Config, io: CommandIo): WithRegistry {
  return async (argv, work) => {
    if (config.database.kind === 'postgres') return runAlone(config, work);
    const taken = await takeTurn(config.dataDir, io);
    if ('socket' in taken) return forwardCommand(taken.socket, argv, io);
    try {
      return await runAlone(config, work);
    } finally {
      await taken.lock.release();
    }
  };
}

async function runAlone(config: Config, work: Parameters<WithRegistry>[1]): Promise<number> {
  const composed = await composeRegistry(config);
  try {
    return await work(composed.registry);
  } finally {
    await composed.close();
  }
}

async function takeTurn(
  folder: string,
  io: CommandIo,
): Promise<{ lock: DataFolderLock } | { socket: string }> {
  const patientUntil = performance.now() + PATIENCE_MS;
  let hasSaid = false;
  for (;;) {
    try {
      return { lock: await lockDataFolder(folder, 'command') };
    } catch (error) {
      if (!(error instanceof DataFolderBusy)) throw error;
      const { purpose, socket, pid } = error.holder;
      if (purpose === 'serve' && socket !== undefined) return { socket };
      if (performance.now() > patientUntil) throw error;
      if (!hasSaid) io.err(`Waiting for process ${pid}, which is using the data folder …\n`);
      hasSaid = true;
      await pause(ASK_AGAIN_MS, undefined, { signal: io.signal });
    }
  }
}
