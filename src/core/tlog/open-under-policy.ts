/** A checkpoint under a policy, c2sp.org/tlog-policy: signed by one of its logs, cosigned by its quorum. */
import { type Refusal, refuse } from '../bytes/refusal.js';
import type { VerifyEd25519 } from './ed25519.js';
import { type OpenCheckpoint, type OpenCheckpointProblemCode, openCheckpoint } from './open-checkpoint.js';
import { type TlogPolicy, isQuorum } from './tlog-policy.js';

export interface WitnessedCheckpoint extends OpenCheckpoint {
  /** The policy's names of the witnesses whose cosignatures hold, each with its POSIX seconds. */
  readonly witnesses: ReadonlyMap<string, bigint>;
}

export type PolicyCheckProblemCode = OpenCheckpointProblemCode | 'no-log' | 'no-quorum';

/** `bytes` are a signed note. A policy without logs is refused: it says nothing about who may have signed. */
export function openUnderPolicy(
  bytes: Uint8Array,
  policy: TlogPolicy,
  verify: VerifyEd25519,
): WitnessedCheckpoint | Refusal<PolicyCheckProblemCode> {
  if (policy.logs.length === 0) {
    return refuse('no-log', 'The policy names no log: add the log line of the log that you trust.');
  }
  const keys = [...policy.logs, ...policy.witnesses].map(({ key }) => key);
  const opened = openCheckpoint(bytes, keys, verify);
  if (!opened.ok) {
    return opened;
  }
  const witnesses = new Map<string, bigint>();
  for (const { key, time } of opened.cosignatures) {
    // One cosignature speaks for one witness, whatever else a policy made by hand calls by the same key.
    const witness = policy.witnesses.find((candidate) => candidate.key === key);
    if (witness !== undefined) {
      witnesses.set(witness.name, time);
    }
  }
  return isQuorum(policy, witnesses.keys())
    ? { ...opened, witnesses }
    : refuse('no-quorum', 'Too few of the witnesses that your policy asks for have cosigned the checkpoint.');
}
