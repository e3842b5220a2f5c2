import { inclusionProof, inclusionProofNodes } from '../../core/merkle/inclusion-proof.js';
import { formatTlogProof } from '../../core/tlog/tlog-proof.js';
import { logReadOnly } from '../log/log-status.js';
import { readSubtrees } from '../log/read-subtrees.js';
import type { LogEntry } from '../ports/log.js';
import type { Registry } from '../registry.js';
import type { PublishedCheckpoint } from './published-checkpoint.js';

/** The leaf is in the database, but not yet under a checkpoint: whoever sent it is still waiting. */
export class NotYetSigned extends Error {
  override readonly name = 'NotYetSigned';

  constructor() {
    super('The log is just taking this leaf: no signed checkpoint covers it yet.');
  }
}

/**
 * The proof of each leaf, in order, as a file of C2SP tlog-proof with the leaf's bytes as extra data; all of them lead to
 * one checkpoint, and their tiles are read in one query. An error in the place of a leaf that the checkpoint does not
 * cover.
 */
export async function proveLeaves(
  { store, log, sha256 }: Registry,
  checkpoint: PublishedCheckpoint | undefined,
  leaves: readonly Pick<LogEntry, 'index' | 'leaf'>[],
): Promise<(string | Error)[]> {
  const size = checkpoint?.size ?? 0;
  const covered = leaves.map(({ index }) => Number(index)).filter((index) => index < size);
  const nodes = covered.flatMap((index) => inclusionProofNodes(index, size));
  const read = await readSubtrees(store.logTree, nodes, size, sha256);
  const note = new TextEncoder().encode(checkpoint?.note);
  return leaves.map(({ index: place, leaf }) => {
    const index = Number(place);
    if (index >= size) return notCovered(log);
    const hashes = inclusionProof(index, size, read, sha256);
    return new TextDecoder().decode(formatTlogProof({ extra: leaf, index, hashes, checkpoint: note }));
  });
}

function notCovered(log: Registry['log']): Error {
  const trouble = log.trouble();
  return trouble === undefined ? new NotYetSigned() : logReadOnly(trouble);
}
