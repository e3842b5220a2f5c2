import type { LogContinuation } from '../../core/log/key-leaf.js';
import { type LostLeaves, lostLeaves } from '../../core/log/lost-leaves.js';
import { parseLeaf } from '../../core/log/leaf.js';
import type { LogStore } from '../ports/log.js';

/** The logs that a log continues, the one right before it first. */
export async function readContinuations(log: LogStore): Promise<LogContinuation[]> {
  return (await log.ofKind('key')).flatMap(({ leaf }) => {
    const read = parseLeaf(leaf);
    const key = read.ok && read.leaf.kind === 'key' && read.leaf.action === 'add' ? read.leaf : undefined;
    return key?.continues ?? [];
  });
}

/** What of them is lost: while anything is, no yes and no offer counts. */
export async function readLostLeaves(log: LogStore): Promise<LostLeaves[]> {
  return (await readContinuations(log)).flatMap((continued) => lostLeaves(continued) ?? []);
}
