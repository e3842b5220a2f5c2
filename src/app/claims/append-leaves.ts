import { encodeLeaf } from '../../core/log/leaf.js';
import type { Leaf } from '../../core/log/leaf.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import type { LogEntry } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

/** Writes leaves to the log's end, in order, in the transaction of `stores`. */
export async function appendLeaves(
  registry: Registry,
  stores: Stores,
  leaves: readonly Leaf[],
  at: Date,
): Promise<LogEntry[]> {
  const entries = leaves.map((leaf) => {
    const bytes = encodeLeaf(leaf);
    return { kind: leaf.kind, leaf: bytes, leafHash: leafHash(bytes, registry.sha256) };
  });
  return stores.log.append(entries, at);
}
