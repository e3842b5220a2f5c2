import { parseLeaf } from '../../core/log/leaf.js';
import type { LoggedLeaf } from '../../core/replay/logged-leaf.js';
import type { LogEntry } from '../ports/log.js';

/** A leaf of the log, read. Throws for one that this release cannot read: leaving it out could read as permission. */
export function readEntry({ index, leaf, leafHash }: LogEntry): LoggedLeaf {
  const read = parseLeaf(leaf);
  if (!read.ok) {
    throw new Error(
      `Leaf ${index} of the log cannot be read (${read.problem.message}): update this release.`,
    );
  }
  return { index: Number(index), leafHash, leaf: read.leaf };
}
