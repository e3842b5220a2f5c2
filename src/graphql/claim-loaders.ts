import DataLoader from 'dataloader';
import {
  challengesOf,
  contestedOf,
  evidenceOf,
  historiesOf,
  knownEntriesOf,
  proofsOf,
} from '../app/claims/describe-claims.js';
import { type SignedOriginal, signedOriginalsOf } from '../app/claims/originals/view-signed-originals.js';
import type { ChallengeToMeet } from '../app/claims/describe-claims.js';
import type { Claim, ClaimantHistory, Evidence } from '../app/ports/claims.js';
import type { Proof } from '../app/ports/proofs.js';
import type { Registry } from '../app/registry.js';

/** Reads about claims that many of them ask for one by one. */
export interface ClaimLoaders {
  readonly challenges: DataLoader<Claim, ChallengeToMeet | undefined, string>;
  readonly claimProofs: DataLoader<Claim, Proof | undefined, string>;
  readonly evidence: DataLoader<Claim, readonly Evidence[], string>;
  readonly signedOriginals: DataLoader<Claim, readonly SignedOriginal[], string>;
  readonly histories: DataLoader<Claim, ClaimantHistory | undefined, string>;
  /** Whether another claimant has proved to hold the place. */
  readonly contested: DataLoader<Claim, boolean, string>;
  /** How many rows of known datasets the place covers, up to `KNOWN_ENTRIES_LIMIT`. */
  readonly knownEntries: DataLoader<Claim, number, string>;
}

export function createClaimLoaders(registry: Registry): ClaimLoaders {
  const loader = <T>(read: (registry: Registry, claims: readonly Claim[]) => Promise<T[]>) =>
    new DataLoader((claims: readonly Claim[]) => read(registry, claims), { cacheKeyFn: ({ id }) => id });
  return {
    challenges: loader(challengesOf),
    claimProofs: loader(proofsOf),
    evidence: loader(evidenceOf),
    signedOriginals: loader(signedOriginalsOf),
    histories: loader(historiesOf),
    contested: loader(contestedOf),
    knownEntries: loader(knownEntriesOf),
  };
}
