import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { DataFolderBusy, holderOf } from '../../data-folder/lock.js';
import { EXIT } from '../io.js';
import type { CommandSetting } from '../command-setting.js';
import { hearSignals } from '../hear-signals.js';

export function addServe(program: Command, config: Config, { io, ended }: CommandSetting): void {
  program
    .command('serve')
    .summary('run the registry')
    .description(
      'Serves pages and API until it is stopped. With --demo an empty store is given a demo catalogue.',
    )
    .option('--demo', 'fill an empty store with pictures drawn by this program')
    .action(async ({ demo }: { demo?: true }) => {
      await refuseSecondServer(config);
      // Loaded only now: a second server is refused before it has read all that a server is made of.
      const { startServer } = await import('../../server.js');
      const server = await startServer(config, { withDemo: demo === true });
      // Whoever reads that the server is ready may tell it to stop in the same moment: by then it must listen.
      const toldToStop = hearSignals();
      io.out(`${config.name} is ready at ${server.publicUrl}\n`);
      await toldToStop;
      io.err('Stopping …\n');
      await server.close();
      ended(EXIT.done);
    });
}

async function refuseSecondServer({ database, dataDir }: Config): Promise<void> {
  if (database.kind !== 'pglite') return;
  const holder = await holderOf(dataDir);
  if (holder?.purpose === 'serve') throw new DataFolderBusy(dataDir, holder);
}
