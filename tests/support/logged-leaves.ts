import type { Registry } from '../../src/app/registry.js';
import { type Leaf, parseLeaf } from '../../src/core/log/leaf.js';

/** The leaves that the log took since it had `from`, read strictly. */
export async function logged(registry: Registry, from: bigint): Promise<Leaf[]> {
  const entries = await registry.store.log.byIndex(from, 1_000);
  return entries.map(({ leaf }) => {
    const read = parseLeaf(leaf);
    if (!read.ok) throw new Error(`${read.problem.path}: ${read.problem.message}`);
    return read.leaf;
  });
}
