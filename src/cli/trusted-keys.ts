import { Option } from 'commander';

/** `--key`, once for each verifier key that is trusted. */
export function trustedKeys(description: string): Option {
  return new Option('--key <key>', description)
    .argParser((key: string, earlier: readonly string[]) => [...earlier, key])
    .default([]);
}
