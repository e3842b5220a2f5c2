import type { KnownHash } from '../../core/likeness/parse-known-hashes.js';

/** Something that a moderator found illegal to show. What it was is not kept. */
export interface HiddenPicture {
  readonly id: string;
  readonly hashes: readonly KnownHash[];
  readonly hiddenAt: Date;
  /** Since when it may be shown again. */
  readonly liftedAt: Date | undefined;
}

export interface HiddenStore {
  add(hidden: HiddenPicture): Promise<void>;
  byId(id: string): Promise<HiddenPicture | undefined>;
  lift(id: string, liftedAt: Date): Promise<void>;
  /** Grows with every change; 0 while nothing was ever hidden. */
  change(): Promise<bigint>;
  /** Of everything that is hidden now. */
  hashes(): Promise<KnownHash[]>;
  /** Deletes what was written about an address elsewhere than in the catalogue: in reports about it, and in matches that lead there. */
  forgetAddress(subjectDigest: Uint8Array): Promise<void>;
  /** Deletes what was written about a work, and where it is; the hashes that its claimant's answers rest on stay. */
  forgetWork(workId: string): Promise<void>;
}
