import { Command, CommanderError } from 'commander';
import type { WithRegistry } from './access.js';
import { addAudit } from './commands/audit.js';
import { addBackup } from './commands/backup.js';
import { addCheck } from './commands/check.js';
import { addKey } from './commands/key.js';
import { addLogUpkeep } from './commands/log-upkeep.js';
import { addSearch } from './commands/search.js';
import { addSnapshotBuild } from './commands/snapshot-build.js';
import { addUser } from './commands/user.js';
import type { CommandSetting } from './command-setting.js';
import { explainFailure } from './explain-failure.js';
import { EXIT, type CommandIo } from './io.js';

/**
 * Runs a command line that works on the store. The same code runs in a process of its own and inside the server.
 * @param addMore commands that need more than the registry
 * @returns the exit code
 */
export async function runProgram(
  argv: readonly string[],
  io: CommandIo,
  withRegistry: WithRegistry,
  addMore: (program: Command, setting: CommandSetting) => void = () => undefined,
): Promise<number> {
  let exit: number = EXIT.done;
  const setting: CommandSetting = {
    io,
    argv,
    withRegistry: (work, needs) => withRegistry(needs?.argv ?? argv, work, needs),
    ended: (code) => {
      exit = code;
    },
  };
  const program = createProgram(setting, addMore);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const failure = explainFailure(error);
    io.err(`${failure.message}\n`);
    return failure.exit;
  }
}

export function createProgram(
  setting: CommandSetting,
  addMore: (program: Command, setting: CommandSetting) => void,
): Command {
  const { io } = setting;
  const program = new Command('assent')
    .description("An open, verifiable registry of artists' wishes about AI training")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        io.out(text);
      },
      writeErr: (text) => {
        io.err(text);
      },
      getOutHelpWidth: () => Math.min(io.columns, 110),
      getErrHelpWidth: () => Math.min(io.columns, 110),
    })
    .showHelpAfterError('Run with --help to see how it is used.');
  const adding = [
    addMore,
    addSearch,
    addCheck,
    addUser,
    addKey,
    addAudit,
    addBackup,
    addLogUpkeep,
    addSnapshotBuild,
  ];
  for (const add of adding) add(program, setting);
  return program;
}
