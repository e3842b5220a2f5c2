import { encodeLeaf } from '../../core/log/leaf.js';
import type { Leaf } from '../../core/log/leaf.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { leafKeys } from '../../core/log/leaf-keys.js';
import type { LogEntry } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';

/** Writes leaves to the log's end, in order, in the transition that `stores` and `at` belong to. */
export async function appendLeaves(
  { sha256 }: { readonly sha256: Sha256 },
  stores: Stores,
  leaves: readonly Leaf[],
  at: Date,
): Promise<LogEntry[]> {
  const entries = leaves.map((leaf) => {
    const bytes = encodeLeaf(leaf);
    return { kind: leaf.kind, leaf: bytes, leafHash: leafHash(bytes, sha256), keys: leafKeys(leaf) };
  });
  return stores.log.append(entries, at);
}
