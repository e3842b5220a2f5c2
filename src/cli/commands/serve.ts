import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { startServer } from '../../server.js';
import { EXIT } from '../io.js';
import type { CommandSetting } from '../command-setting.js';

export function addServe(program: Command, config: Config, { io, ended }: CommandSetting): void {
  program
    .command('serve')
    .summary('run the registry')
    .description(
      'Serves pages and API until it is stopped. With --demo an empty store is given a demo catalogue.',
    )
    .option('--demo', 'fill an empty store with pictures drawn by this program')
    .action(async ({ demo }: { demo?: true }) => {
      const server = await startServer(config, { withDemo: demo === true });
      io.out(`${config.name} is ready at ${server.publicUrl}\n`);
      await new Promise<void>((stop) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
          process.once(signal, () => {
            stop();
          });
      });
      io.err('Stopping …\n');
      await server.close();
      ended(EXIT.done);
    });
}
