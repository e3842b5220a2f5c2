import type { KeyLeaf } from '../../core/log/key-leaf.js';
import { parseLeaf } from '../../core/log/leaf.js';
import type { LogStore } from '../ports/log.js';

/** The verifier keys that may sign checkpoints of a log at a moment, by its own leaves, oldest first. */
export async function activeKeys(log: LogStore, at: Date): Promise<string[]> {
  const leaves = (await log.ofKind('key')).flatMap(({ leaf }) => {
    const read = parseLeaf(leaf);
    return read.ok && read.leaf.kind === 'key' && read.leaf.role === 'log' ? [read.leaf] : [];
  });
  const now = at.toISOString();
  const begun = leaves.filter((leaf) => leaf.action === 'add' && leaf.from <= now).map(({ vkey }) => vkey);
  return [...new Set(begun)].filter(
    (vkey) => !leaves.some((leaf) => leaf.vkey === vkey && hasEnded(leaf, now)),
  );
}

function hasEnded(leaf: KeyLeaf, now: string): boolean {
  return leaf.until !== undefined && leaf.until <= now;
}
