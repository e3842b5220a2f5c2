import { Command } from 'commander';
import type { CommandSetting } from './command-setting.js';

/** Adds a command, or several, to a program. */
export type AddCommand = (program: Command, setting: CommandSetting) => void;

/** A program with these commands, which prints where its setting says and never ends the process. */
export function newProgram(
  description: string,
  adding: readonly AddCommand[],
  setting: CommandSetting,
): Command {
  const { io } = setting;
  const program = new Command('assent')
    .description(description)
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
  for (const add of adding) add(program, setting);
  return program;
}
