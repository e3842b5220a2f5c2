import type { Registry } from '../registry.js';
import { proveLeaves } from './prove-leaves.js';
import { latestCheckpoint } from './published-checkpoint.js';

/**
 * The proof that the last signed tree holds the leaf of this hash, as the text of a C2SP tlog-proof file. Undefined when it
 * holds none, or not yet.
 */
export async function proveLeaf(registry: Registry, leafHash: Uint8Array): Promise<string | undefined> {
  const leaf = await registry.store.log.byHash(leafHash);
  const checkpoint = await latestCheckpoint(registry);
  if (leaf === undefined || leaf.index >= (checkpoint?.size ?? 0)) return undefined;
  const [proof] = await proveLeaves(registry, checkpoint, [leaf]);
  if (typeof proof !== 'string') throw proof ?? new Error('A leaf was not proved.');
  return proof;
}
