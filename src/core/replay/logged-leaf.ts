import type { Leaf } from '../log/leaf.js';

/** A leaf with its place in the log. */
export interface LoggedLeaf<Kind extends Leaf = Leaf> {
  readonly index: number;
  /** RFC 6962, 32 bytes. */
  readonly leafHash: Uint8Array;
  readonly leaf: Kind;
}
