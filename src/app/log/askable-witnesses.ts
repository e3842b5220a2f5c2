import type { TlogPolicy } from '../../core/tlog/tlog-policy.js';
import type { AskedWitness } from './ask-witness.js';

/** The witnesses of a policy that have an address, and a key whose cosignatures can be checked here. */
export function askableWitnesses(policy: TlogPolicy, tell: (line: string) => void): AskedWitness[] {
  return policy.witnesses.flatMap(({ name, key, url }) => {
    if (url === undefined) return [];
    if (key.kind === 'cosignature') return [{ key, url }];
    tell(
      `The witness ${name} is not asked: only Ed25519 cosignatures (keys of type 04) can be checked here.`,
    );
    return [];
  });
}
