import type { Registry } from '../app/registry.js';

/** What a command makes do with. */
export interface RegistryNeeds {
  /** It signs nothing, and can be done where the key file is missing. */
  readonly canLackKey?: boolean;
  /** What to repeat should another process have to do the work, where that is not what was typed. */
  readonly argv?: readonly string[];
}

/**
 * How a command comes to the registry: the store opened for it alone, or the running server's. `argv` is what to repeat
 * should another process have to do the work.
 */
export type WithRegistry = (
  argv: readonly string[],
  work: (registry: Registry) => Promise<number>,
  needs?: RegistryNeeds,
) => Promise<number>;
