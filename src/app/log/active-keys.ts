import type { KeyLeaf } from '../../core/log/key-leaf.js';
import type { LogStore } from '../ports/log.js';
import { ownKeyLeaves } from './own-key-leaves.js';

/**
 * The verifier keys that may sign a checkpoint of the log as it stands, by its own leaves, oldest first. The moment that
 * counts is the time of the last leaf, as it is for who verifies the checkpoint: no clock has a say in it.
 */
export async function activeKeys(log: LogStore): Promise<string[]> {
  const size = await log.size();
  const [last] = size === 0n ? [] : await log.byIndex(size - 1n, 1);
  if (last === undefined) return [];
  const leaves = await ownKeyLeaves(log);
  const now = last.loggedAt.toISOString();
  const begun = leaves.filter((leaf) => leaf.action === 'add' && leaf.from <= now).map(({ vkey }) => vkey);
  return [...new Set(begun)].filter(
    (vkey) => !leaves.some((leaf) => leaf.vkey === vkey && hasEnded(leaf, now)),
  );
}

function hasEnded(leaf: KeyLeaf, now: string): boolean {
  return leaf.until !== undefined && leaf.until <= now;
}
