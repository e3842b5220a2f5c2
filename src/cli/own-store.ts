import type { Config } from '../config.js';
import { DataFolderBusy, type DataFolderLock } from '../data-folder/lock.js';
import { lockWhenFree } from '../data-folder/lock-when-free.js';
import type { RegistryNeeds, WithRegistry } from './access.js';
import { forwardCommand } from './forward-command.js';
import type { CommandIo } from './io.js';

/**
 * Opens the store for one command. When a server holds the embedded store, the server is asked to do the work instead, with
 * the same output; when another command holds it, this one waits its turn.
 */
export function ownStore(config: Config, io: CommandIo): WithRegistry {
  return async (argv, work, needs) => {
    if (config.database.kind === 'postgres') return runAlone(config, work, needs);
    const taken = await takeTurn(config.dataDir, io);
    if ('socket' in taken) return forwardCommand(taken.socket, argv, io);
    try {
      return await runAlone(config, work, needs);
    } finally {
      await taken.lock.release();
    }
  };
}

async function runAlone(
  config: Config,
  work: Parameters<WithRegistry>[1],
  needs: RegistryNeeds | undefined,
): Promise<number> {
  // Loaded only by the process that does the work: one that asks a running server to do it has no use for a store.
  const { composeRegistry } = await import('../compose-registry.js');
  const composed = await composeRegistry(config, undefined, needs);
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
  try {
    const lock = await lockWhenFree(folder, 'command', {
      signal: io.signal,
      onWait: ({ pid }) => {
        io.err(`Waiting for process ${pid}, which is using the data folder …\n`);
      },
    });
    return { lock };
  } catch (error) {
    if (error instanceof DataFolderBusy && error.holder.socket !== undefined) {
      return { socket: error.holder.socket };
    }
    throw error;
  }
}
