import { useState } from 'react';
import { keptForTab } from '../browser/kept.js';
import { keyLines } from './key-lines.js';

const KEPT_AS = 'assent.trusted-keys';

/** Keys that the reader brings, and trusts more than what the registry says of itself. */
export interface OwnKeys {
  /** C2SP verifier keys; none: those that the registry publishes are used. */
  readonly keys: readonly string[];
  readonly use: (keys: readonly string[]) => void;
}

export function useOwnKeys(): OwnKeys {
  const [keys, setKeys] = useState<readonly string[]>(() => keyLines(keptForTab.read(KEPT_AS) ?? ''));
  return {
    keys,
    use: (chosen) => {
      keptForTab.write(KEPT_AS, chosen.join('\n'));
      setKeys(chosen);
    },
  };
}
