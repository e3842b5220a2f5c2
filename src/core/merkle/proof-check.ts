import type { Refusal } from '../bytes/refusal.js';

/**
 * `not-a-size`: a size or index that is no whole number from 0 to 2^53 - 1. `not-a-hash`: a hash that is not 32 bytes.
 * `index-outside`, `sizes-reversed`: the question makes no sense. `too-short`, `too-long`: the proof has not the number
 * of hashes that the sizes ask for. `wrong-root`, `wrong-old-root`: what is computed is not what is claimed.
 */
export type ProofProblemCode =
  | 'not-a-size'
  | 'not-a-hash'
  | 'index-outside'
  | 'sizes-reversed'
  | 'too-short'
  | 'too-long'
  | 'wrong-root'
  | 'wrong-old-root';

export type ProofCheck = { readonly ok: true } | Refusal<ProofProblemCode>;
