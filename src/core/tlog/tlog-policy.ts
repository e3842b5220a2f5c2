/**
 * Whom to trust, c2sp.org/tlog-policy: the keys of logs and witnesses, groups of witnesses, and the quorum whose
 * cosignatures a checkpoint must carry.
 */
import type { VerifierKey } from './verifier-key.js';

export interface TlogPolicy {
  /** A checkpoint must be signed by one of them; none when the log is known from elsewhere. */
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  /** Each names only witnesses, and groups before it. */
  readonly groups: readonly PolicyGroup[];
  /** A witness or a group; undefined ("none" in the file) when the log's signature is enough. */
  readonly quorum?: string;
}

export interface PolicyLog {
  /** Its name is the log's origin. */
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface PolicyWitness {
  /** Used within the policy only. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface PolicyGroup {
  readonly name: string;
  /** How many of the members must have witnessed a checkpoint: 1 is "any", their number is "all". */
  readonly threshold: number;
  readonly members: readonly string[];
}

/** The name that stands for no quorum, and can be given to nothing. */
export const NO_QUORUM = 'none';

/** Whether these witnesses, by their names in the policy, are enough. */
export function isQuorum(policy: TlogPolicy, witnesses: Iterable<string>): boolean {
  if (policy.quorum === undefined) {
    return true;
  }
  const known = new Set(policy.witnesses.map(({ name }) => name));
  const satisfied = new Set([...witnesses].filter((name) => known.has(name)));
  for (const { name, threshold, members } of policy.groups) {
    const count = new Set(members.filter((member) => satisfied.has(member))).size;
    // A threshold of nothing would let everything through; no file can say it.
    if (threshold >= 1 && count >= threshold) {
      satisfied.add(name);
    }
  }
  return satisfied.has(policy.quorum);
}
