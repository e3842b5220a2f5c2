import type { RegistryNeeds, WithRegistry } from './access.js';
import type { CommandIo } from './io.js';

/** What each command needs to be added to the program. */
export interface CommandSetting {
  readonly io: CommandIo;
  /** The command line as it was typed. */
  readonly argv: readonly string[];
  readonly withRegistry: (work: Parameters<WithRegistry>[1], needs?: RegistryNeeds) => Promise<number>;
  /** Tells the program how the command ended. */
  readonly ended: (exit: number) => void;
}
