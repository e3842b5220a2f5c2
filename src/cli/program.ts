import type { Command } from 'commander';
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
import type { CommandIo } from './io.js';
import { type AddCommand, newProgram } from './new-program.js';
import { runCommands } from './run-commands.js';

/**
 * Runs a command line that works on the store. The same code runs in a process of its own and inside the server.
 * @param addMore commands that need more than the registry
 * @returns the exit code
 */
export function runProgram(
  argv: readonly string[],
  io: CommandIo,
  withRegistry: WithRegistry,
  addMore: AddCommand = () => undefined,
): Promise<number> {
  const programOf = (setting: CommandSetting) => createProgram(setting, addMore);
  return runCommands({ argv, io, withRegistry, programOf, explain: explainFailure });
}

export function createProgram(setting: CommandSetting, addMore: AddCommand): Command {
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
  return newProgram("An open, verifiable registry of artists' wishes about AI training", adding, setting);
}
