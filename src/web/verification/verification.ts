import type { InclusionStep } from '../../core/merkle/climb-inclusion.js';
import type { Opening } from '../../core/log/opening.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';

/**
 * What did not hold, in the order in which it is looked at. `leaf`: the leaf is not the one of this statement. `shown`: the
 * page says something else than the leaf. `opening`: exact words or terms are not those that the leaf commits to. `keys`: a
 * published key is none. `proof`: the proof cannot be read, or is about another leaf. `place`: it is about another place in the
 * log. `signature`: the log's key did not make it. `signer`: no trusted key signed at all. `way`: the hashes do not lead to
 * the signed root.
 */
export type Failure =
  'leaf' | 'shown' | 'opening' | 'keys' | 'proof' | 'place' | 'signature' | 'signer' | 'way';

/** Why a browser can say neither that a statement is proved nor that it is not. */
export type Inability = 'newer-leaf' | 'unknown-keys';

/** A name and id of a key, as signature lines carry them. */
export interface KeyName {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
}

/** Everything that a proof shows, as it was worked out. */
export interface Proven {
  readonly leaf: StatementLeaf;
  /** Exact words and terms; undefined once they were erased. */
  readonly opening: Opening | undefined;
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly steps: readonly InclusionStep[];
  /** The key that signed the root, and the text by which commands take it. */
  readonly logKey: KeyName & { readonly text: string };
  /** Whose cosignatures were checked, each with its own time; undefined where no calendar reaches it. */
  readonly witnesses: readonly (KeyName & { readonly at: Date | undefined })[];
  /** Who else signed, by what the lines say: nobody here knows their keys, so nothing is shown by them. */
  readonly unchecked: readonly KeyName[];
}

export type Verification =
  | { readonly kind: 'verified'; readonly proven: Proven }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      /** For those who want to know more, in English. */
      readonly detail: string;
    }
  | { readonly kind: 'unable'; readonly inability: Inability };

export function failed(failure: Failure, detail: string): Verification & { readonly kind: 'failed' } {
  return { kind: 'failed', failure, detail };
}
