import type { Command } from 'commander';
import { leafCount } from '../../app/log/leaf-count.js';
import { recoverLog } from '../../app/log/recover-log.js';
import { addLogKey, retireLogKey } from '../../app/log/rotate-keys.js';
import { verifyEd25519 } from '../../log-key/node-ed25519.js';
import type { CommandSetting } from '../command-setting.js';
import { EXIT } from '../io.js';
import { openLogPlace } from '../log-place.js';
import { startProgress } from '../progress.js';

/** What an operator does to the registry's own log. */
export function addLogUpkeep(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  const known = program.commands.find((command) => command.name() === 'log');
  const log = known ?? program.command('log').description('Works on the log of statements.');
  log
    .command('recover')
    .summary('refill a log that was put back to an earlier day')
    .description(
      'Reads a copy of this log, checks that it is signed by this log’s key, begins with what is here and hashes to what was ' +
        'signed, and only then puts the missing leaves back. Nothing is changed when any of it does not hold.',
    )
    .requiredOption('--from <place>', 'folder or http(s) address of a mirror')
    .action(async ({ from }: { from: string }) => {
      const exit = await withRegistry(async (registry) => {
        const { source, close } = await openLogPlace(io, from);
        const progress = startProgress(io, 'Recovering');
        try {
          const recovered = await recoverLog(registry, source, verifyEd25519, (size, of) => {
            progress.show(size, of, 'leaves');
          });
          progress.finish();
          io.out(
            `The log had ${leafCount(recovered.from)} and has ${recovered.to}. It takes new ones again.\n`,
          );
          return EXIT.done;
        } finally {
          progress.finish();
          await close();
        }
      });
      ended(exit);
    });
  log
    .command('rotate-key')
    .summary('add a signing key, or end one')
    .description(
      'Without --retire: makes a further key, which signs beside the others from now on, and names it in the log. With ' +
        '--retire: ends a key, once everybody who verifies has had time to learn of the new one.',
    )
    .option('--retire <key>', 'verifier key, as "assent doctor" prints it')
    .action(async ({ retire }: { retire?: string }) => {
      const exit = await withRegistry(async (registry) => {
        if (retire !== undefined) {
          await retireLogKey(registry, retire);
          io.out(`${retire} signs no more.\n`);
        } else {
          io.out(`${await addLogKey(registry)}\n`);
          io.err(
            'It signs beside the others from now on. Keep a copy of the key file apart from the database.\n',
          );
        }
        return EXIT.done;
      });
      ended(exit);
    });
}
