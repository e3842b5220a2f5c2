import type { KeyLeaf } from '../../core/log/key-leaf.js';
import { parseLeaf } from '../../core/log/leaf.js';
import type { LogStore } from '../ports/log.js';

/**
 * The leaves that add or retire a key which signs checkpoints of this log, oldest first. The first leaf says which log it is; keys of
 * another, which it continues, sign nothing here.
 */
export async function ownKeyLeaves(log: LogStore): Promise<KeyLeaf[]> {
  const named = (await log.ofKind('key')).flatMap(({ leaf }) => {
    const read = parseLeaf(leaf);
    return read.ok && read.leaf.kind === 'key' && read.leaf.role === 'log' ? [read.leaf] : [];
  });
  return named.filter(({ origin }) => origin === named[0]?.origin);
}
