import type { Sha256 } from '../../core/log/sha256.js';
import {
  type CosignatureKey,
  type NoteKey,
  parseVerifierKey,
  type VerifierKey,
} from '../../core/tlog/verifier-key.js';

/** Keys that may sign for the log, and keys of witnesses. */
export interface TrustedKeys {
  readonly logs: readonly NoteKey[];
  readonly witnesses: readonly CosignatureKey[];
}

export type ReadKeys =
  { readonly ok: true; readonly keys: TrustedKeys } | { readonly ok: false; readonly problem: KeysProblem };

/** `line` counts from 1. `no-log-key`: there are only keys of witnesses, or of kinds that cannot be checked here. */
export type KeysProblem =
  | { readonly code: 'not-a-key'; readonly line: number; readonly detail: string }
  | { readonly code: 'no-log-key' };

/** Reads C2SP verifier keys. Keys of kinds that nothing here can check are left out. */
export function readKeys(texts: readonly string[], sha256: Sha256): ReadKeys {
  const keys: VerifierKey[] = [];
  for (const [at, text] of texts.entries()) {
    const parsed = parseVerifierKey(text, sha256);
    if (!parsed.ok) {
      return { ok: false, problem: { code: 'not-a-key', line: at + 1, detail: parsed.problem.message } };
    }
    keys.push(parsed.key);
  }
  const logs = keys.filter((key) => key.kind === 'note');
  const witnesses = keys.filter((key) => key.kind === 'cosignature');
  return logs.length === 0
    ? { ok: false, problem: { code: 'no-log-key' } }
    : { ok: true, keys: { logs, witnesses } };
}
