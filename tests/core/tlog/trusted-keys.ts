import { sha256 } from '@noble/hashes/sha2.js';
import { type VerifierKey, parseVerifierKey } from '../../../src/core/tlog/verifier-key.js';

/** Keys that a case of the vectors trusts. */
export function trustedKeys(vkeys: readonly string[]): VerifierKey[] {
  return vkeys.map((vkey) => {
    const parsed = parseVerifierKey(vkey, sha256);
    if (!parsed.ok) throw new Error(`${vkey}: ${parsed.problem.message}`);
    return parsed.key;
  });
}
