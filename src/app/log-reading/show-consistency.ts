import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { leafCount } from '../log/leaf-count.js';
import { proveConsistency } from '../log/prove-consistency.js';
import { rootAt } from '../log/root-at.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Registry } from '../registry.js';
import { readSize } from './read-size.js';

/** That one tree is the beginning of another, and by which hashes (RFC 6962 §2.1.2). */
export interface Consistency {
  readonly ok: true;
  readonly oldSize: number;
  readonly newSize: number;
  readonly hashes: readonly Uint8Array[];
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
}

/** @param latest the last signed checkpoint: its tree is the new one unless a size is given, and none is larger */
export async function showConsistency(
  { store, sha256 }: Registry,
  latest: Pick<SignedCheckpoint, 'size'> | undefined,
  asked: { readonly oldSize: bigint; readonly newSize?: bigint | undefined },
): Promise<Consistency | InvalidInput> {
  const newSize = readSize('newSize', asked.newSize, latest);
  if (typeof newSize !== 'number') return newSize;
  if (asked.oldSize > newSize) {
    return invalidInput(
      'oldSize',
      `"oldSize" is ${asked.oldSize}; the tree that it is to be the beginning of has ${leafCount(newSize)}.`,
      'Give the smaller size as the old one.',
    );
  }
  const oldSize = Number(asked.oldSize);
  return {
    ok: true,
    oldSize,
    newSize,
    hashes: await proveConsistency(store.logTree, oldSize, newSize, sha256),
    oldRoot: await rootAt(store, oldSize, sha256),
    newRoot: await rootAt(store, newSize, sha256),
  };
}
