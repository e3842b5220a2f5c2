import type { NoteKey, VerifierKey } from '../core/tlog/verifier-key.js';

/** The keys of the logs that a witness knows, by origin; several while one takes over from another. */
export type KnownLogs = ReadonlyMap<string, readonly NoteKey[]>;

/** A key that signs no log: nothing of it could ever be checked. */
export class NoLogKey extends Error {
  override readonly name = 'NoLogKey';

  constructor(readonly key: VerifierKey) {
    super(
      `The key ${key.name}+${key.keyId} does not sign logs: only Ed25519 keys of type 01 can be checked. ` +
        'Ask the operator of the log for that one.',
    );
  }
}

/** Throws `NoLogKey`. */
export function knownLogs(keys: readonly VerifierKey[]): KnownLogs {
  const logs = new Map<string, readonly NoteKey[]>();
  for (const key of keys) {
    if (key.kind !== 'note') throw new NoLogKey(key);
    const others = logs.get(key.name) ?? [];
    if (others.every(({ keyId }) => keyId !== key.keyId)) logs.set(key.name, [...others, key]);
  }
  return logs;
}
