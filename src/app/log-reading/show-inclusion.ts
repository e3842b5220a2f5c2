import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { proveInclusion } from '../log/prove-inclusion.js';
import { rootAt } from '../log/root-at.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Registry } from '../registry.js';
import { readSize } from './read-size.js';

/** That a leaf is in a tree, and by which hashes (RFC 6962 §2.1.1). */
export interface Inclusion {
  readonly ok: true;
  readonly index: bigint;
  readonly size: number;
  readonly leafHash: Uint8Array;
  /** The leaf's sibling first. */
  readonly hashes: readonly Uint8Array[];
  /** Of the tree of that size. */
  readonly root: Uint8Array;
}

/** @param latest the last signed checkpoint: its tree is taken unless a size is given, and none is larger */
export async function showInclusion(
  { store, sha256 }: Registry,
  latest: Pick<SignedCheckpoint, 'size'> | undefined,
  { index, size: asked }: { readonly index: bigint; readonly size?: bigint | undefined },
): Promise<Inclusion | InvalidInput> {
  const size = readSize('size', asked, latest);
  if (typeof size !== 'number') return size;
  const [entry] = index < size ? await store.log.byIndex(index, 1) : [];
  if (entry === undefined) {
    return invalidInput(
      'index',
      `"index" is ${index}; a tree of size ${size} has no such leaf.`,
      'The first leaf has the index 0, the last one less than the size.',
    );
  }
  return {
    ok: true,
    index,
    size,
    leafHash: entry.leafHash,
    hashes: await proveInclusion(store.logTree, Number(index), size, sha256),
    root: await rootAt(store, size, sha256),
  };
}
