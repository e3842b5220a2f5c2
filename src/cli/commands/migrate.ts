import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { lockDataFolder } from '../../data-folder/lock.js';
import { EXIT } from '../io.js';
import type { CommandSetting } from '../command-setting.js';

export function addMigrate(program: Command, config: Config, { io, ended }: CommandSetting): void {
  program
    .command('migrate')
    .description(
      'Brings the database to the shape that this version needs. The server does so itself at its start.',
    )
    .action(async () => {
      const { database } = config;
      const lock = database.kind === 'pglite' ? await lockDataFolder(config.dataDir, 'command') : undefined;
      try {
        const { openRegistryStore } = await import('../../open-registry-store.js');
        const store = await openRegistryStore(config);
        const run = await store.migrate();
        io.out(run.length === 0 ? 'Nothing to do.\n' : run.map((name) => `Ran ${name}\n`).join(''));
        await store.close();
      } finally {
        await lock?.release();
      }
      ended(EXIT.done);
    });
}
