import { formatTlogProof } from '../../core/tlog/tlog-proof.js';
import type { LogEntry } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Sha256 } from '../ports/surroundings.js';
import { withCosignatures } from './log-files.js';
import { logReadOnly } from './log-status.js';
import { proveInclusion } from './prove-inclusion.js';

/**
 * The proof that the log holds a leaf, as a file of C2SP tlog-proof that anybody can check without a network: the leaf's
 * bytes as extra data, the way to the root, and the last signed checkpoint with its cosignatures.
 */
export async function proveLeaf(
  stores: Pick<Stores, 'log' | 'logTree'>,
  { index, leaf }: Pick<LogEntry, 'index' | 'leaf'>,
  sha256: Sha256,
): Promise<string> {
  const latest = await stores.logTree.latest();
  if (latest === undefined || index >= latest.size) throw logReadOnly('stopped');
  const proof = {
    extra: leaf,
    index: Number(index),
    hashes: await proveInclusion(stores.logTree, Number(index), latest.size, sha256),
    checkpoint: await withCosignatures(stores, latest),
  };
  return new TextDecoder().decode(formatTlogProof(proof));
}
