import { CommanderError, type Command } from 'commander';
import type { WithRegistry } from './access.js';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type CommandIo, type ExitCode } from './io.js';

export interface CommandLine {
  readonly argv: readonly string[];
  readonly io: CommandIo;
  readonly withRegistry: WithRegistry;
  readonly programOf: (setting: CommandSetting) => Command;
  /** What is printed about an error, and the exit code. */
  readonly explain: (error: unknown) => { readonly message: string; readonly exit: ExitCode };
}

/** Runs what a command line says. @returns the exit code */
export async function runCommands({
  argv,
  io,
  withRegistry,
  programOf,
  explain,
}: CommandLine): Promise<number> {
  let exit: number = EXIT.done;
  const program = programOf({
    io,
    argv,
    withRegistry: (work, needs) => withRegistry(needs?.argv ?? argv, work, needs),
    ended: (code) => {
      exit = code;
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const failure = explain(error);
    io.err(`${failure.message}\n`);
    return failure.exit;
  }
}
